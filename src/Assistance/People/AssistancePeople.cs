using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.Platform.Personal;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Assistance.People;

/// <summary>Signatures under months, filings, external purchases, typed figures; what waits for a second person keeps the first.</summary>
internal sealed class AssistancePeople(AssistanceDbContext db) : IPersonPart
{
    public string Module => "assistance";

    public IReadOnlyDictionary<string, string> Tables { get; } = new Dictionary<string, string>
    {
        ["months"] = "月份结账",
        ["years"] = "年度结账",
        ["year_closings"] = "年度结账签字",
        ["month_confirmations"] = "月报确认",
        ["month_versions"] = "结账签字",
        ["month_reopenings"] = "重新开账",
        ["external_purchases"] = "外部采购",
        ["external_judgements"] = "疑似重复的判定",
        ["village_figures"] = "村级填报数",
        ["commitment_versions"] = "引导目标",
        ["share_ratios"] = "预留比例",
        ["counting_rules"] = "计数口径",
        ["ledger_exports"] = "后台导出",
        ["day_sheets"] = "日销售单",
        ["purchase_moves"] = "改计单位申请",
        ["flags"] = "疑点",
        ["flag_answers"] = "疑点的说明和上报",
        ["flag_searches"] = "疑点检查",
        ["known_names"] = "名称",
        ["names_said"] = "曾用名称",
        ["known_roles"] = "订单里的岗位",
        ["share_filing_steps"] = "预留份额填报",
    };

    public async Task<IReadOnlyList<Duty>> Open(Guid person, CancellationToken ct)
    {
        var months = await db.Months.Where(m => m.FirstById == person && m.State == MonthState.Signed).Select(m => m.MonthNumber).Order().ToListAsync(ct);
        var years = await db.Years.Where(y => y.FirstById == person && y.State == MonthState.Signed).Select(y => y.Year).Order().ToListAsync(ct);
        var held = await db.ExternalPurchases.CountAsync(p => p.RecordedById == person && (p.State == ExternalState.Held || p.State == ExternalState.Questioned), ct);
        var filings = await db.ShareFilings.AsNoTracking().Include(f => f.Versions).Include(f => f.Steps)
            .Where(f => f.Steps.Any(s => s.ById == person) && f.Versions.Any(v => v.State != FilingState.Approved)).AsSplitQuery().ToListAsync(ct);
        var moves = await db.PurchaseMoves.CountAsync(m => m.AskedById == person && m.State == MoveState.Asked, ct);
        var rules = await db.FigureRules.CountAsync(r => r.ById == person && r.State == RuleState.Proposed, ct);
        var sheets = await db.DaySheets.CountAsync(d => (d.TypedById == person || d.SubmittedById == person) && d.State == DaySheetState.Submitted, ct);
        return
        [
            .. sheets > 0 ? (Duty[])[new($"还有 {sheets} 张日销售单等第二人确认", $"{sheets} day sheets wait for a second person")] : [],
            .. rules > 0 ? (Duty[])[new($"还有 {rules} 条计数口径等第二人同意", $"{rules} counting rules wait for a second person")] : [],
            .. moves > 0 ? (Duty[])[new($"还有 {moves} 项改计单位申请等对方答复", $"{moves} requests to count purchases elsewhere wait for an answer")] : [],
            .. months.Select(m => new Duty($"{new Month(m).Year}年{new Month(m).OfYear}月结账还缺第二人签字", $"the closing of {new Month(m)} lacks its second signature")),
            .. years.Select(y => new Duty($"{y}年年度结账还缺第二人签字", $"the closing of {y} lacks its second signature")),
            .. held > 0 ? (Duty[])[new($"还有 {held} 笔疑似重复的外部采购等判定", $"{held} external purchases that look like doubles wait for a decision")] : [],
            .. filings.Where(f => f.Latest is { State: FilingState.Submitted or FilingState.Reviewed }).OrderBy(f => f.Year).Select(f => new Duty($"{f.Year}年预留份额填报还在审核", $"the filing of the reserved share of {f.Year} is under review")),
        ];
    }
}
