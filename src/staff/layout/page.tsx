import { type PageProps, Page as PlainPage } from '../../ui/Page';
import { useStaffKeys } from '../keyboard/use-staff-keys';

/** A page of the staff: like any other, and with a keyboard it is worked by single keys. */
export function Page({ aside, children, ...rest }: PageProps) {
  const keys = useStaffKeys();
  return (
    <PlainPage
      {...rest}
      aside={
        <>
          {aside}
          {keys.button}
        </>
      }
    >
      {children}
      {keys.dialog}
    </PlainPage>
  );
}
