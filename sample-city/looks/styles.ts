/** Style sheets of the looks, enough for a page to be looked at. */

const COMMON = `*{box-sizing:border-box}body{margin:0;font:14px/1.7 "Microsoft YaHei","Noto Sans CJK SC",sans-serif;color:#333}a{color:#333;text-decoration:none}a:hover{color:#b5121b}
ul,ol{list-style:none;margin:0;padding:0}table{border-collapse:collapse}`;

export const TRS_STYLES = `${COMMON}
.wrap{width:1160px;margin:0 auto}.top{background:linear-gradient(#c31b22,#a5131a)}.top img{display:block;height:96px}.nav{background:#8f0d14}
.nav ul.wrap{display:flex}.nav li{position:relative}.nav li>a{display:block;padding:10px 30px;color:#fff;font-size:16px}.nav ol{display:none;position:absolute;z-index:2;min-width:190px;background:#fff;box-shadow:0 2px 8px #0003}
.nav li:hover ol{display:block}.nav ol a{padding:6px 14px;color:#333;font-size:14px}.crumbs{padding:12px 0;color:#777}.main{display:flex;gap:24px;min-height:420px;flex-wrap:wrap}
.side{width:220px;background:#f6f2ee}.side h3{margin:0;padding:12px;background:#a5131a;color:#fff}.side li{padding:8px 16px;border-bottom:1px dashed #ddd}.right{flex:1}
.lm_title{border-bottom:2px solid #a5131a}.lm_title h2{margin:0;font-size:18px;color:#a5131a}.news_list li{padding:9px 4px;border-bottom:1px dotted #ccc}.news_list span{float:right;color:#999}
.zd{background:#e33;color:#fff;font-size:12px;padding:0 4px;margin-right:6px;font-style:normal}.card{display:flex;margin:10px 0;border:1px solid #eee}.card dt{width:84px;background:#a5131a;color:#fff;text-align:center;padding:8px}
.card b{display:block;font-size:24px;line-height:1.1}.card em{font-style:normal;font-size:12px}.card dd{margin:14px}.page{padding:22px;text-align:center}.page a,.page b{padding:3px 9px;border:1px solid #ddd;margin:2px}
.article{display:block}.article h1{text-align:center;font-size:24px;margin:26px 60px}.info{display:flex;gap:26px;justify-content:center;color:#888;border-bottom:1px solid #eee;padding-bottom:10px}.view{padding:20px 70px;font-size:16px;line-height:2}
.view table,.gwxx{margin:16px auto;border-color:#bbb}.view th,.view td,.gwxx td{padding:4px 16px}.gwxx{width:86%;border:1px solid #d99}.gwxx .n{color:#a5131a;width:110px}.fj,.tools{padding:10px 70px}
.blocks{display:flex;flex-wrap:wrap;gap:22px;width:100%}.block{width:568px;border:1px solid #eee;padding:0 14px 10px}.hd{display:flex;justify-content:space-between;align-items:center;border-bottom:2px solid #a5131a}.hd h3{margin:6px 0}.block li{padding:5px 0}.block li span{float:right;color:#999}
.units{width:100%;display:grid;grid-template-columns:repeat(6,1fr);gap:8px}.units a{display:block;background:#f6f2ee;text-align:center;padding:8px}.foot{margin-top:30px;background:#f0f0f0;border-top:3px solid #a5131a;padding:16px;text-align:center;color:#777}`;

export const PLAIN_STYLES = `${COMMON}
.banner{background:linear-gradient(90deg,#0b4f8a,#2b8fd0);color:#fff;font-size:30px;font-weight:bold;padding:34px 12%}.menu{background:#083d6b;padding:0 12%}.menu a{display:inline-block;color:#fff;padding:10px 26px}
.body{width:76%;margin:0 auto;min-height:420px}.where{padding:12px 0;color:#777}.box{border:1px solid #d8e6f2;margin-bottom:18px}.half{display:inline-block;width:48%;margin-right:1.5%;vertical-align:top}.bt{background:#eaf3fb;padding:8px 14px;font-weight:bold}
.more{float:right;font-weight:normal}.list{padding:8px 16px}.list li{padding:7px 0;border-bottom:1px dashed #ddd}.list span{float:right;color:#999}.pg,.pagination{padding:18px;text-align:center}.pg a,.pg b,.pagination a,.pagination b{margin:0 5px}
.tile{display:flex;gap:18px;padding:14px 0;border-bottom:1px solid #eee}.date{width:76px;text-align:center;background:#eaf3fb;padding:8px}.day{display:block;font-size:26px;line-height:1.1;color:#0b4f8a}.ym{color:#888;font-size:12px}.txt h4{margin:0}.txt p{margin:4px 0;color:#888}
.art{width:100%}.art h1,.art .title{text-align:center;font-size:22px;padding:18px}.sub{text-align:center;color:#888;border-bottom:1px solid #eee}.sub span{margin:0 12px}.art th,.art td td{padding:3px 12px}.content,#zoom,.v_news_content{padding:14px 40px;font-size:16px}.foot{margin-top:30px;background:#083d6b;color:#cde;padding:18px;text-align:center}`;

export const OLD_STYLES = `body,td{font-size:12px;font-family:SimSun,"Noto Serif CJK SC",serif;line-height:1.6}a{color:#000;text-decoration:none}a.m{color:#fff}.top{background:#dff0d8;font-size:28px;color:#2E8B57;font-weight:bold;padding-left:30px}
.bt{font-size:18px;padding:14px}.xx{color:#888;border-bottom:1px dashed #999}.nr{font-size:14px;padding:16px}.foot{color:#666;border-top:1px solid #2E8B57;padding:10px}`;
