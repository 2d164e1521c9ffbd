// @vitest-environment happy-dom
// The list is worked by keyboard all day: each key must do its one thing and leave typing alone.
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import sentences from '../../locales/en/ui.json' with { type: 'json' };
import type { ListRead } from './client/hooks.ts';
import { Problem } from './client/problem.ts';
import { DataList } from './data-list.tsx';
import type { DataListProps } from './data-list.types.ts';
import { KeysProvider } from './keys.tsx';

interface Row {
  id: string;
  text: string;
}
const rows: Row[] = Array.from({ length: 30 }, (_, index) => ({ id: `r${index}`, text: `row ${index}` }));
const ready: ListRead<Row> = {
  items: rows,
  total: 30,
  status: 'ready',
  error: null,
  hasMore: false,
  isLoadingMore: false,
  isStale: false,
  loadMore: () => undefined,
  retry: () => undefined,
};

beforeAll(async () => {
  await i18next
    .use(initReactI18next)
    .init({ lng: 'en', resources: { en: { ui: sentences } }, interpolation: { escapeValue: false } });
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      unobserve() {}
      disconnect() {}
    },
  );
  // The test browser lays nothing out; a list needs a height to know which rows are in sight.
  Object.defineProperty(HTMLElement.prototype, 'clientHeight', { configurable: true, get: () => 440 });
  Object.defineProperty(HTMLElement.prototype, 'clientWidth', { configurable: true, get: () => 1000 });
});
afterEach(cleanup);

function show(props: Partial<DataListProps<Row>> = {}) {
  return render(page(props));
}
function page(props: Partial<DataListProps<Row>>) {
  return (
    <KeysProvider>
      <input aria-label="field" />
      <DataList
        list={ready}
        label="Rows"
        rowKey={(row) => row.id}
        columns={[{ key: 'text', title: 'Text', render: (row) => row.text }]}
        empty={{ title: 'Nothing yet' }}
        {...props}
      />
    </KeysProvider>
  );
}
const press = (key: string, target: Element | Document = document) =>
  act(() => void fireEvent.keyDown(target, { key }));
const currentText = () => document.querySelector('[aria-current="true"]')?.textContent;

describe('DataList', () => {
  it('walks with j and k and opens with Enter', () => {
    const onOpen = vi.fn();
    show({ onOpen });
    press('j');
    press('j');
    expect(currentText()).toBe('row 1');
    press('k');
    press('k');
    expect(currentText()).toBe('row 0');
    press('Enter');
    expect(onOpen).toHaveBeenCalledWith(rows[0]);
  });

  it('chooses with x and hands the chosen rows to an action, else the current one', () => {
    const run = vi.fn();
    show({ actions: [{ key: 'e', label: 'Resolve', run, bulk: true }] });
    press('j');
    press('e');
    expect(run).toHaveBeenLastCalledWith([rows[0]]);
    press('x');
    press('j');
    press('j');
    press('x');
    press('e');
    expect(run).toHaveBeenLastCalledWith([rows[0], rows[2]]);
    expect(screen.getByText('2 chosen')).toBeTruthy();
    press('Escape');
    expect(screen.queryByText('2 chosen')).toBeNull();
  });

  it('does nothing to chosen rows that left the list', () => {
    const props = { actions: [{ key: 'e', label: 'Resolve', run: vi.fn(), bulk: true }] };
    const { rerender } = show(props);
    press('j');
    press('x');
    expect(screen.getByText('1 chosen')).toBeTruthy();
    rerender(page({ ...props, list: { ...ready, items: rows.slice(1, 12) } }));
    expect(screen.queryByText('1 chosen')).toBeNull();
    press('e');
    expect(props.actions[0]?.run).not.toHaveBeenCalled();
  });

  it('leaves keys alone while somebody types', () => {
    const run = vi.fn();
    show({ actions: [{ key: 'e', label: 'Resolve', run }] });
    press('j');
    press('e', screen.getByLabelText('field'));
    expect(run).not.toHaveBeenCalled();
  });

  it('asks for more near its end', () => {
    const loadMore = vi.fn();
    show({ list: { ...ready, items: rows.slice(0, 12), hasMore: true, loadMore } });
    expect(loadMore).toHaveBeenCalled();
  });

  it('teaches when empty, and says so differently under filters', () => {
    const list = { ...ready, items: [] };
    show({ list });
    expect(screen.getByText('Nothing yet')).toBeTruthy();
    cleanup();
    show({ list, filtered: true, emptyFiltered: { title: 'Nothing fits' } });
    expect(screen.getByText('Nothing fits')).toBeTruthy();
  });

  it('says what happened and offers another try', () => {
    const retry = vi.fn();
    show({ list: { ...ready, items: [], status: 'error', error: new Problem({ code: 'offline', status: 0 }), retry } });
    expect(screen.getByRole('alert').textContent).toContain(sentences.problem.offline);
    fireEvent.click(screen.getByText(sentences.error.retry));
    expect(retry).toHaveBeenCalled();
  });
});
