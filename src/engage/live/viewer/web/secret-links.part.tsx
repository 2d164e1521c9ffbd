// Secret links of a room, for the desk's prompter and the picture mixer alike: made, shown once, listed while they are open, revoked.
import { useState } from 'react';
import { useRead, useVerb } from '../../../../ui/client/hooks.ts';
import { ConfirmButton } from '../../../../ui/confirm-button.tsx';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import { useToast } from '../../../../ui/toasts.tsx';
import {
  createLinkRoute,
  type LinkKind,
  type LiveLinkView,
  listLinksRoute,
  revokeLinkRoute,
} from '../core/link.contract.ts';

/** The open links of one kind. `url` is the address just made: it can be read this once, until `forget`. */
export function useSecretLinks(roomId: string, kind: LinkKind, isEnabled = true) {
  const toast = useToast();
  const params = { id: roomId };
  const read = useRead(listLinksRoute, { params }, { enabled: isEnabled });
  const [url, setUrl] = useState<string | null>(null);
  const make = useVerb(createLinkRoute, {
    refresh: [listLinksRoute],
    onProblem: (problem) => toast.problem(problem),
    onDone: (made) => setUrl(made.url),
  });
  return {
    read,
    open: (read.data?.items ?? []).filter((one) => one.kind === kind && one.revokedAt === null),
    url,
    forget: () => setUrl(null),
    isMaking: make.isPending,
    make: (name: string) => make.mutate({ params, body: { kind, name } }),
  };
}

interface Words {
  /** On the button, and again on the deed that is confirmed. */
  revoke: string;
  question: string;
}

/** The links one under the other, each with its age and the way to revoke it. */
export function OpenLinks({ links, words }: { links: readonly LiveLinkView[]; words: Words }) {
  const toast = useToast();
  const revoke = useVerb(revokeLinkRoute, {
    refresh: [listLinksRoute],
    onProblem: (problem) => toast.problem(problem),
  });
  return links.map((one) => (
    <div className="hy-row-line" key={one.id}>
      <span>{one.name}</span>
      <span className="hy-quiet">
        <RelativeTime at={one.createdAt} />
      </span>
      <span className="hy-grow" />
      <ConfirmButton
        size="small"
        danger
        question={words.question}
        deed={words.revoke}
        onConfirm={() => revoke.mutate({ params: { id: one.id } })}
      >
        {words.revoke}
      </ConfirmButton>
    </div>
  ));
}
