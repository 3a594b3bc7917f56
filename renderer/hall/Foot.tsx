import type { HallView } from '../../shared/projections/views.ts'

/** Where to ask and where to complain; what the hall has not filled in is left out. */
export function Foot({ view }: { readonly view: HallView }) {
  const facts = [
    { name: '政务热线', value: view.board.hotline },
    { name: '咨询', value: view.enquiryPhone },
    { name: '监督', value: view.supervisionPhone },
    { name: '办公时间', value: view.hours }
  ].filter((fact) => fact.value !== '')
  return (
    <footer className="hall__foot">
      {facts.map((fact) => (
        <p key={fact.name}>
          <span className="hall__footName">{fact.name}</span>
          {fact.value}
        </p>
      ))}
    </footer>
  )
}
