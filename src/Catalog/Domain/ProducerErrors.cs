using Commerce.SharedKernel;

namespace Commerce.Catalog.Domain;

/// <summary>Why what is said of a producer is refused.</summary>
internal static class ProducerErrors
{
    public static Error NotYours { get; } = new(
        ErrorCode.Forbidden, "这个生产者由其他单位代办，您不能更改它的资料；没有做任何更改。", "Another unit acts for this producer, so you can't change what is said of it; nothing was changed.");

    public static Error HouseholdsShape { get; } = new Error(
        ErrorCode.Invalid, $"带动户数应是 0 到 {Producer.MostHouseholds:#,##0} 的整数；没有做任何更改。", $"The number of households lies between 0 and {Producer.MostHouseholds:#,##0}; nothing was changed.").At("households");

    public static Error DayMissing { get; } = new Error(
        ErrorCode.Invalid, "户数和它的截止日期要一起填，或者都不填；没有做任何更改。", "State the number of households together with the day for which it holds, or neither; nothing was changed.").At("householdsOn");

    public static Error DayToCome { get; } = new Error(
        ErrorCode.Invalid, "户数的截止日期不能晚于今天；没有做任何更改。", "The day for which the number holds can't lie ahead; nothing was changed.").At("householdsOn");

    public static Error TextShape(string field) => new Error(
        ErrorCode.Invalid, $"代言和利益联结各最多 {Producer.LongestText} 字；没有做任何更改。", $"At most {Producer.LongestText} characters each; nothing was changed.").At(field);

    public static Error PersonNumber(string field) => new Error(
        ErrorCode.Invalid, "文字里像是有身份证号或电话号码，这些内容人人可见；请去掉号码再保存，没有做任何更改。", "The text seems to hold an ID or telephone number, and everybody reads it; take the number out and save again, nothing was changed.").At(field);
}
