/** Who may know whom. Dependence runs one way; docs/architecture.md says why. */
const domain = '^src/(classification|timeliness|counting|checks|audit|alerts|reports|estate|rows)/';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'model-knows-nobody',
      severity: 'error',
      from: { path: '^src/model/' },
      to: { path: '^(src/(?!model/)|crawlers/|jobs/|sample-city/)' },
    },
    {
      name: 'config-knows-the-model',
      comment: 'And the lists of checks and channels: each says in its own file how it is written.',
      severity: 'error',
      from: { path: '^src/config/' },
      to: { path: '^(src/(?!model/|config/|checks/checks\\.ts$|alerts/channels/channels\\.ts$)|crawlers/|jobs/|sample-city/)' },
    },
    {
      name: 'store-knows-the-model',
      severity: 'error',
      from: { path: '^src/store/' },
      to: { path: '^(src/(?!model/|store/)|crawlers/|jobs/|sample-city/)' },
    },
    {
      name: 'domain-knows-no-way-in',
      severity: 'error',
      from: { path: domain },
      to: { path: '^(crawlers/|jobs/|sample-city/|src/(console|cli)/)' },
    },
    {
      name: 'domain-knows-only-the-interface-of-the-store',
      severity: 'error',
      from: { path: domain },
      to: { path: '^src/store/', pathNot: '^src/store/store\\.ts$' },
    },
    {
      name: 'what-measures-knows-no-check',
      comment: 'Measuring, then checks that judge by it, then the audit that runs them, then alerts that follow.',
      severity: 'error',
      from: { path: '^src/(timeliness|counting|classification)/' },
      to: { path: '^src/(checks|audit|alerts|reports)/' },
    },
    {
      name: 'checks-know-what-measures',
      comment: 'Of the configuration only how fields are written.',
      severity: 'error',
      from: { path: '^src/checks/' },
      to: { path: '^src/(audit|alerts|reports|classification|config/(?!fields|shape))' },
    },
    { name: 'the-audit-knows-no-alert', severity: 'error', from: { path: '^src/audit/' }, to: { path: '^src/(alerts|reports)/' } },
    {
      name: 'rows-are-for-those-who-write-them',
      severity: 'error',
      from: { path: '^src/(?!rows/|console/|cli/)|^jobs/|^crawlers/' },
      to: { path: '^src/rows/' },
    },
    {
      name: 'crawlers-know-model-and-config',
      severity: 'error',
      from: { path: '^crawlers/' },
      to: { path: '^(src/(?!model/|config/|privacy/)|jobs/|sample-city/)' },
    },
    {
      name: 'privacy-knows-the-model',
      comment: 'Whoever reads a text masks it there and then, so whoever reads may know it.',
      severity: 'error',
      from: { path: '^src/privacy/' },
      to: { path: '^(src/(?!model/|privacy/)|crawlers/|jobs/|sample-city/)' },
    },
    { name: 'jobs-know-no-way-in', severity: 'error', from: { path: '^jobs/' }, to: { path: '^(sample-city/|src/(console|cli)/)' } },
    { name: 'console-knows-no-cli', severity: 'error', from: { path: '^src/console/' }, to: { path: '^(sample-city/|src/cli/)' } },
    {
      name: 'sample-city-knows-model-and-config',
      severity: 'error',
      from: { path: '^sample-city/' },
      to: { path: '^(src/(?!model/|config/)|crawlers/|jobs/)' },
    },
    {
      name: 'only-the-door-opens-sockets',
      comment: 'One door to the network: every address is checked where the socket is dialled.',
      severity: 'error',
      from: { path: '^(crawlers|src|jobs)/', pathNot: '^crawlers/door/' },
      to: { path: '^undici$|node_modules/undici/' },
    },
    {
      name: 'production-needs-no-dev-package',
      severity: 'error',
      from: { path: '^(src|crawlers|jobs|sample-city)/' },
      to: { dependencyTypes: ['npm-dev'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'types', 'default'] },
  },
};
