import { Component, type ComponentType, type FunctionComponent } from 'preact';

/**
 * Makes a component render again only if one of its props has changed, like `memo` of `preact/compat`. Most changes affect only one
 * region of the panel, and rendering competes with the loading page for the processor.
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
