// Thrown inside a transaction when somebody else opened the same case, or took the same feedback, in the same moment: all of it is undone.
export class CaseRaced extends Error {
  constructor() {
    super('The same case was opened by somebody else in this moment');
  }
}
