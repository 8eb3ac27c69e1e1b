// The score of a Lighthouse category: the mean of its audits by their weights, in whole hundredths, as Lighthouse reckons it.
//
// Forgiven is what Chromium writes to its console, by itself, when a page is answered with 404 or 410 (RFC 9110, sections 15.5.5 and
// 15.5.11): that the page was. No page can both say what it is and be silent about it. Any other line, and any on another page, counts.

const CONSOLE = 'errors-in-console';

export function score(report, category, page) {
  const counted = report.categories[category].auditRefs
    .filter(({ weight }) => weight > 0)
    .filter(({ id }) => !(id === CONSOLE && saysItsOwnStatus(report.audits[id], page)))
    .map(({ id, weight }) => ({ weight, score: report.audits[id].score ?? 0 }));
  const weights = counted.reduce((sum, one) => sum + one.weight, 0);
  const mean = counted.reduce((sum, one) => sum + one.weight * one.score, 0) / weights;
  return Math.round(mean * 100) / 100;
}

function saysItsOwnStatus(audit, page) {
  const lines = audit.details?.items ?? [];
  return [404, 410].includes(page.status)
    && lines.length === 1
    && lines[0].source === 'network'
    && lines[0].sourceLocation?.url === page.address
    && lines[0].description.includes(` status of ${page.status} `);
}
