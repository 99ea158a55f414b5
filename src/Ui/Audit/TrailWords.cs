namespace Commerce.Ui.Audit;

/// <summary>What a module's tables, columns and values are called where people read what was changed. What has no words shows as it is kept.</summary>
public sealed class TrailWords
{
    // Names that mean the same wherever they stand.
    private static readonly Dictionary<string, (string Chinese, string English)> Common = new()
    {
        ["Id"] = ("内部编号", "id"),
        ["Version"] = ("版本", "version"),
        ["Position"] = ("顺序", "place in the order"),
        ["Sequence"] = ("序号", "sequence"),
        ["Number"] = ("编号", "number"),
        ["Name"] = ("名称", "name"),
        ["Title"] = ("标题", "title"),
        ["Text"] = ("内容", "wording"),
        ["Kind"] = ("类型", "kind"),
        ["State"] = ("状态", "state"),
        ["Role"] = ("角色", "role"),
        ["Year"] = ("年度", "year"),
        ["Reason"] = ("理由", "reason"),
        ["Note"] = ("备注", "note"),
        ["Summary"] = ("总结", "summary"),
        ["Comment"] = ("意见", "comment"),
        ["Sample"] = ("示例数据", "sample data"),
        ["Unit"] = ("计量单位", "measured in"),
        ["UnitId"] = ("单位", "unit"),
        ["UserId"] = ("账号", "account"),
        ["PersonId"] = ("人员", "person"),
        ["FileId"] = ("文件编号", "file's id"),
        ["FileName"] = ("文件", "file"),
        ["VillageId"] = ("帮扶村", "village"),
        ["ProductId"] = ("产品", "product"),
        ["ProducerId"] = ("生产者", "producer"),
        ["OutletId"] = ("销售点", "outlet"),
        ["OrderId"] = ("订单", "order"),
        ["VillageName"] = ("帮扶村", "village"),
        ["ProductName"] = ("产品", "product"),
        ["ProducerName"] = ("生产者", "producer"),
        ["SupplyUnitId"] = ("供货单位", "supplier"),
        ["OrderNumber"] = ("订单编号", "order's number"),
        ["AcceptanceId"] = ("验收单", "acceptance"),
        ["DeliveryId"] = ("发货单", "delivery"),
        ["BatchId"] = ("批次", "batch"),
        ["CanteenId"] = ("食堂", "canteen"),
        ["Specification"] = ("规格", "specification"),
        ["Purpose"] = ("用途", "purpose"),
        ["Channel"] = ("渠道", "channel"),
        ["Amount"] = ("金额", "amount"),
        ["AmountFen"] = ("金额（分）", "amount in fen"),
        ["TotalFen"] = ("合计（分）", "total in fen"),
        ["On"] = ("日期", "day"),
        ["At"] = ("时间", "at"),
        ["ById"] = ("操作人编号", "by (id)"),
        ["ByName"] = ("操作人", "by"),
        ["From"] = ("从", "from"),
        ["To"] = ("到", "to"),
        ["ValidFrom"] = ("生效日期", "holds from"),
        ["ValidTo"] = ("失效日期", "holds until"),
        ["DueOn"] = ("期限", "due on"),
        ["ExpiresOn"] = ("有效期至", "holds until"),
        ["CreatedAt"] = ("建立时间", "created at"),
        ["UpdatedAt"] = ("修改时间", "changed at"),
        ["RecordedAt"] = ("登记时间", "recorded at"),
        ["RecordedById"] = ("登记人编号", "recorded by (id)"),
        ["RecordedByName"] = ("登记人", "recorded by"),
        ["SavedAt"] = ("保存时间", "saved at"),
        ["SavedById"] = ("保存人编号", "saved by (id)"),
        ["SavedByName"] = ("保存人", "saved by"),
        ["SubmittedAt"] = ("提交时间", "handed in at"),
        ["SubmittedById"] = ("提交人编号", "handed in by (id)"),
        ["SubmittedByName"] = ("提交人", "handed in by"),
        ["RequestedAt"] = ("申请时间", "asked at"),
        ["RequestedById"] = ("申请人编号", "asked by (id)"),
        ["RequestedByName"] = ("申请人", "asked by"),
        ["DecidedAt"] = ("决定时间", "decided at"),
        ["DecidedById"] = ("决定人编号", "decided by (id)"),
        ["DecidedByName"] = ("决定人", "decided by"),
        ["AskedAt"] = ("申请时间", "asked at"),
        ["AskedById"] = ("申请人编号", "asked by (id)"),
        ["AskedByName"] = ("申请人", "asked by"),
        ["ConfirmedAt"] = ("确认时间", "confirmed at"),
        ["ReviewedAt"] = ("审核时间", "reviewed at"),
        ["ReviewedById"] = ("审核人编号", "reviewed by (id)"),
        ["ReviewedByName"] = ("审核人", "reviewed by"),
        ["ReturnedAt"] = ("退回时间", "sent back at"),
        ["ReturnedById"] = ("退回人编号", "sent back by (id)"),
        ["ReturnedByName"] = ("退回人", "sent back by"),
        ["ReturnedReason"] = ("退回理由", "why it was sent back"),
        ["IssuedAt"] = ("发出时间", "issued at"),
        ["IssuedById"] = ("发出人编号", "issued by (id)"),
        ["IssuedByName"] = ("发出人", "issued by"),
        ["IssuedOn"] = ("发出日期", "issued on"),
        ["WithdrawnAt"] = ("撤下时间", "withdrawn at"),
        ["WithdrawnById"] = ("撤下人编号", "withdrawn by (id)"),
        ["WithdrawnByName"] = ("撤下人", "withdrawn by"),
        ["WithdrawnReason"] = ("撤下理由", "why it was withdrawn"),
        ["ClosedAt"] = ("关闭时间", "closed at"),
        ["ClosedOn"] = ("销号日期", "closed on"),
        ["ClosedById"] = ("销号人编号", "closed by (id)"),
        ["ClosedByName"] = ("销号人", "closed by"),
    };

    // What keeps rows apart and in order: nothing that a person did.
    private static readonly HashSet<string> Plumbing = ["Version", "Position", "Sequence", "Sample"];

    /// <summary>The module's name in lower case.</summary>
    public required string Module { get; init; }

    /// <summary>By the table's name.</summary>
    public IReadOnlyDictionary<string, (string Chinese, string English)> Tables { get; init; } = new Dictionary<string, (string, string)>();

    /// <summary>By the column's name, or by table.column where one table means something of its own by it.</summary>
    public IReadOnlyDictionary<string, (string Chinese, string English)> Columns { get; init; } = new Dictionary<string, (string, string)>();

    /// <summary>The module's columns, and whole tables, that tell a reader nothing, or nothing that the page doesn't tell anyway.</summary>
    public IReadOnlySet<string> Inner { get; init; } = new HashSet<string>();

    /// <summary>A value of an enum in words; null when it has none.</summary>
    public Func<Enum, Words, string?> Value { get; init; } = (_, _) => null;

    /// <summary>The words of a module, or none but the common ones.</summary>
    public static TrailWords Of(IEnumerable<TrailWords> all, string module) => all.FirstOrDefault(w => w.Module == module) ?? new() { Module = module };

    /// <summary>What a table is called.</summary>
    public string Table(string table, bool chinese) => Tables.TryGetValue(table, out var words) ? Pick(words, chinese) : table;

    /// <summary>What a column is called.</summary>
    public string Column(string table, string column, bool chinese) =>
        Columns.TryGetValue($"{table}.{column}", out var words) || Columns.TryGetValue(column, out words) || Common.TryGetValue(column, out words) ? Pick(words, chinese) : column;

    /// <summary>True when a column or a whole table tells whoever isn't an auditor nothing.</summary>
    public bool TellsNothing(string name) => Plumbing.Contains(name) || Inner.Contains(name);

    private static string Pick((string Chinese, string English) words, bool chinese) => chinese ? words.Chinese : words.English;
}
