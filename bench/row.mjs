// Measures one row in a process of its own and prints its results as JSON: node --expose-gc bench/row.mjs ROW [--quick]
const [name, ...flags] = process.argv.slice(2);
const { measure } = await import(`./rows/${name}.mjs`);
process.stdout.write(JSON.stringify(await measure({ quick: flags.includes('--quick') })));
