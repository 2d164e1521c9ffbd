// A few lines of the room as proof, with who said them.
import { useSayMasks } from '../../../../ui/use-say-masks.ts';

interface Sample {
  eventId: string;
  text: string;
  name: string | null;
}

export function Samples({ of }: { of: readonly Sample[] }) {
  const say = useSayMasks();
  return (
    <ul className="ld-samples">
      {of.map((sample) => (
        <li key={sample.eventId}>
          <q>{say(sample.text)}</q>
          {sample.name && <span>{sample.name}</span>}
        </li>
      ))}
    </ul>
  );
}
