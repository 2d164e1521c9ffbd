// The room's name, also while no show runs and the line has nothing to say.
import { useRead } from '../../../../ui/client/hooks.ts';
import { readRoomRoute } from '../../rooms/core/room.contract.ts';
import { useDesk, useDeskHere } from './use-desk.tsx';

export function useRoomTitle(): string {
  const { roomId } = useDeskHere();
  const room = useDesk('room');
  const read = useRead(readRoomRoute, { params: { id: roomId } }, { on: ['live_room.*'], freshMs: 60_000 });
  return read.data?.title ?? room?.title ?? ' ';
}
