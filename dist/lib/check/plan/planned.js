/** The paths that the plan has written; none where there is no plan. */
export function plannedPaths({ plan }) {
    return new Set(plan?.files.filter(({ setAside }) => setAside === null).map(({ path }) => path));
}
