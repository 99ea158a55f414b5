using Commerce.Assistance.Domain;

namespace Commerce.Assistance.Archive;

/// <summary>What stands in the package's README.txt: what there is, and how the chain is proved without this program.</summary>
internal static class ArchiveReadme
{
    public static string Of(YearClosing closing, LedgerSpan span) => $$"""
        {{closing.Year}} 年消费帮扶台账归档包
        ================================

        本包不需要原系统就能阅读和核对。csv 为 UTF-8（带 BOM），可用 Excel 打开；金额单位为元（amountFen 为分），时刻为 UTC。
        人名已作遮盖（如 周*任）；year/ 和 months/ 里的表按当时签发的原样保存，签字人照原样。退货、补记的原因可能写有人名，不在包内。

        year/{{closing.Year}}.xlsx          年度结账表，签发原件（SHA-256 {{closing.FileHash}}）
        months/年-月/v版本/          每个月每次结账的表，签发原件；months/heads.csv 为每次结账时台账的最后一条和链首
        ledger/rows.csv, rows.json   台账第 {{span.First}} 至 {{span.Last}} 条：本年的每一条，以及夹在中间的其他年度的记录（看 month）
        ledger/head.json             链的两端
        reports/                     本年汇总：按单位、村、产品、月份、渠道、用途
        guides/ filings/ external/   内部指导数各版本、预留份额填报、外部采购记录
        documents/documents.csv      入账单据的编号
        SHA256SUMS.txt               每个文件的 SHA-256；在本目录运行 sha256sum -c SHA256SUMS.txt 可核对

        怎样核对台账的链
        1. 按 sequence 从小到大逐条读 ledger/rows.json；序号应连续，从 {{span.First}} 到 {{span.Last}}。
        2. 每条按下面的次序取各列的文字：
           {{string.Join(", ", LedgerChain.ColumnNames)}}
           只有当 adjustsMonth 为 0 且 designated 为空时，最后这两列不取。
        3. 每列写成“字数:文字;”（字数按 UTF-16 计，空列为“0:;”），依次相连，取其 UTF-8 字节的 SHA-256，写成大写十六进制，应等于该条的 hash。
        4. 每条的 previousHash 应等于上一条的 hash；第一条的应等于 head.json 的 previousHash（台账第 1 条之前为 64 个 0）。
        5. 最后一条的 hash 应等于 head.json 的 headHash、年度结账表页脚的链首；各月的链首应等于 months/heads.csv 中 lastSequence 那一条的 hash。
           手里若有盖章的纸质月报或年报，用纸上的链首核对。
        rows.csv 与 rows.json 内容相同；csv 中以 = + - @ 等开头的文字前加了一个 '（防止被当作公式），核对时先去掉。

        Archive of the consumption-assistance ledger of {{closing.Year}}
        ------------------------------------------------------------
        It is read and proved without the system that made it. csv is UTF-8 with a mark; amounts are yuan (amountFen: fen), instants are UTC. Names of people
        are masked; the sheets in year/ and months/ are the originals as they were signed. Reasons of returns and typed rows may name people and are left out.

        To check the chain: read ledger/rows.json by sequence; numbers go from {{span.First}} to {{span.Last}} without a gap. Of each row take the columns named above in that
        order (leave the last two out only when adjustsMonth is 0 and designated is empty), write each as LENGTH:TEXT; with the length in UTF-16 units and
        an empty column as 0:;, join them, and take the SHA-256 of the UTF-8 bytes in upper-case hex: it is the row's hash. Its previousHash is the hash of the row
        before (for the first: previousHash in ledger/head.json, 64 zeros before row 1). The last hash is headHash in head.json and stands at the foot of the
        year's sheet; each month's head in months/heads.csv is the hash of the row lastSequence. In rows.csv a text that begins with = + - @ has a ' before it.
        sha256sum -c SHA256SUMS.txt checks every file.
        """;
}
