import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** A component that loads when it is first shown, and shows nothing until then; later it is there at once. */
export function onDemand<Props extends object>(
  load: () => Promise<FunctionComponent<Props>>,
): FunctionComponent<Props> {
  let View: FunctionComponent<Props> | undefined;
  return (props) => {
    const [, setLoaded] = useState(View !== undefined);
    useEffect(() => {
      void load().then((loaded) => {
        View = loaded;
        setLoaded(true);
      });
    }, []);
    return View ? <View {...props} /> : null;
  };
}
