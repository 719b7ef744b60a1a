import { Component, type ComponentType, type FunctionComponent } from 'preact';

/**
 * A component that renders anew only when one of its props is another value: most news of a page change one region of
 * the panel, and the page is loading on the same processor.
 */
export function unlessChanged<Props extends object>(View: FunctionComponent<Props>): ComponentType<Props> {
  return class extends Component<Props> {
    override shouldComponentUpdate(next: Props): boolean {
      return Object.entries(next).some(([name, value]) => this.props[name as keyof Props] !== value);
    }
    override render() {
      return <View {...this.props} />;
    }
  };
}
