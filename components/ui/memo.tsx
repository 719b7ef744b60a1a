import { Component, type ComponentType, type FunctionComponent } from 'preact';

/**
 * A component that renders again only if one of its props is another value. Most changes of a page concern one region of the
 * panel, and the page is loading on the same processor.
 */
export function memo<Props extends object>(View: FunctionComponent<Props>): ComponentType<Props> {
  return class extends Component<Props> {
    override shouldComponentUpdate(next: Props): boolean {
      return Object.entries(next).some(([name, value]) => this.props[name as keyof Props] !== value);
    }
    override render() {
      return <View {...this.props} />;
    }
  };
}
