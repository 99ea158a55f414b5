namespace Commerce.Platform.Personal;

/// <summary>What columns are called for people who take their own data away. A column without a word shows its own name.</summary>
internal static class PersonWords
{
    private static readonly Dictionary<string, string> Words = new()
    {
        ["Number"] = "编号",
        ["Name"] = "名称",
        ["At"] = "时间",
        ["By"] = "经办人",
        ["Reason"] = "理由",
        ["Note"] = "备注",
        ["State"] = "状态",
        ["Status"] = "状态",
        ["Stage"] = "阶段",
        ["Kind"] = "类别",
        ["Requested"] = "申请人",
        ["RequestedBy"] = "申请人",
        ["EditedBy"] = "修改人",
        ["SubmittedBy"] = "提交人",
        ["DispatchedBy"] = "发货人",
        ["WeighedBy"] = "过秤人",
        ["FirstSigner"] = "第一签字人",
        ["FirstBy"] = "第一签字人",
        ["SecondBy"] = "第二签字人",
        ["SupplierBy"] = "供应方确认人",
        ["UnitBy"] = "采购方确认人",
        ["RecordedBy"] = "登记人",
        ["ReviewedBy"] = "审核人",
        ["DecidedBy"] = "审批人",
        ["UploadedBy"] = "上传人",
        ["AskedBy"] = "申请人",
        ["Person"] = "本人",
        ["User"] = "本人",
        ["Id"] = "本人",
        ["DisplayName"] = "姓名",
        ["UserName"] = "用户名",
        ["Language"] = "语言",
        ["Disabled"] = "已停用",
        ["LargeType"] = "大字",
        ["Role"] = "岗位",
        ["ValidFrom"] = "起始日期",
        ["ValidTo"] = "终止日期",
        ["Purpose"] = "用途",
        ["ContentType"] = "文件类型",
        ["Length"] = "长度",
        ["UploadedAt"] = "上传时间",
        ["CreatedAt"] = "建立时间",
        ["UpdatedAt"] = "更新时间",
        ["RecordedAt"] = "登记时间",
        ["SubmittedAt"] = "提交时间",
        ["DecidedAt"] = "审批时间",
        ["ReviewedAt"] = "审核时间",
        ["UnitName"] = "单位",
        ["Version"] = "版本",
        ["Sample"] = "示例数据",
        ["Text"] = "内容",
        ["Comment"] = "意见",
        ["Decision"] = "决定",
        ["Act"] = "操作",
        ["Position"] = "序号",
        ["LastTry"] = "最近一次登录尝试",
        ["LastRight"] = "最近一次登录",
    };

    /// <summary>RequestedById and RequestedByName → 申请人.</summary>
    public static string Of(string column) =>
        Words.GetValueOrDefault(column) ?? (column.EndsWith("Name", StringComparison.Ordinal) ? Words.GetValueOrDefault(column[..^4]) : null)
        ?? (column.EndsWith("Id", StringComparison.Ordinal) ? Words.GetValueOrDefault(column[..^2]) : null) ?? column;
}
