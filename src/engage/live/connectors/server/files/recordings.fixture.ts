// A recorder's XML with everything that happens to such files: masked users, entities, signs in attributes, unclosed and empty elements.
export const RECORDER_XML = `<?xml version="1.0" encoding="utf-8"?>
<i>
<BililiveRecorder version="1.3.11" />
<BililiveRecorderRecordInfo roomid="123" name="主播" title="五一&lt;专场&gt;" start_time="2026-05-01T20:00:00.0000000+08:00" />
<d p="0.112,1,25,16777215,1777636800112,0,4455,0" user="小王&quot;">1号链接 &lt;多少钱&gt; &amp; 包邮吗</d>
<d p="2.000,1,25,16777215,1777636802000,0,0,0" user="masked">没关上
<gift ts="4.2" user="a>b" uid="77" giftname="辣条" giftcount="3" raw="{&quot;coin_type&quot;:&quot;silver&quot;,&quot;total_coin&quot;:300}" />
<d p="x" user="nobody">no time</d>
<gift ts="5.000" user="c" giftname="小花花" giftcount="2" raw="{&quot;coin_type&quot;:&quot;gold&quot;,&quot;total_coin&quot;:200}" />
<sc ts="12" user="d" price="30" time="60">主播好</sc>
<guard ts="20" user="e" level="2" count="2" />

<guard ts="21" user="f" level="9" count="1" /></i>`;
