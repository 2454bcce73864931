import { launch } from "./browser.js";
const [address, out, ...only] = process.argv.slice(2);
const b = await launch();
for (const [w,h] of [[320,640],[390,844],[768,1024],[1024,768],[1280,800],[1920,1080]]) for (const c of ["light","dark"]) {
  const n=`${w}-${c}`; if (only.length && !only.some(o=>n.startsWith(o))) continue;
  const p = await b.newPage({viewport:{width:w,height:h},colorScheme:c,reducedMotion:"reduce"});
  await p.goto(address); await p.locator("html[data-app=ready]").waitFor(); await p.evaluate(()=>document.fonts.ready);
  await p.screenshot({path:`${out}/${n}.png`});
  await p.screenshot({path:`${out}/${n}-full.png`,fullPage:true});
  await p.close();
}
await b.close();
