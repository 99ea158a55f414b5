using System.Text.RegularExpressions;

namespace Commerce.TaskList.Reading;

/// <content>The patterns. They see narrow text, and white space may stand anywhere in them.</content>
internal sealed partial class TimeWords
{
    private const string Numeral = @"(?:\d{1,2}|十[一二]?|[一二三四五六七八九])";
    private const string DayNumeral = @"(?:\d{1,2}|[二三]?十[一二三四五六七八九]?|[一二三四五六七八九])";
    private const string YearNumeral = @"(?:\d{4}|[二一][〇零○一二三四五六七八九]{3})";
    private const string SomeYear = $@"(?:(?<y>{YearNumeral})\s*年\s*|(?<word>[今本当明次翌来])年\s*)?";
    private const string By_ = @"(?:\s*(?:之|以)?前)?";

    // 10月15日前, 2020-10-15, 2020/10/15
    [GeneratedRegex($@"{SomeYear}(?<!\d)(?<m>{Numeral})\s*月\s*(?<d>{DayNumeral})\s*[日号]{By_}|(?<y>\d{{4}})\s*(?<sign>[-/.])\s*(?<m>\d{{1,2}})\k<sign>(?<d>\d{{1,2}})(?!\d){By_}")]
    private static partial Regex Day();

    // 10月底前, 9月中旬, 12月份底
    [GeneratedRegex($@"{SomeYear}(?<!\d)(?<m>{Numeral})\s*月\s*份?\s*(?:[底末]|(?<part>[上中下])\s*旬\s*[底末]?){By_}")]
    private static partial Regex Part();

    // 年底前, 2021年底前, 明年年底
    [GeneratedRegex($@"(?:(?<y>{YearNumeral})\s*年\s*年?|(?<word>[今本当明次翌来])年\s*年?|年)\s*[底末终内]{By_}")]
    private static partial Regex YearEnd();

    // 上半年, 第三季度末, 三季度底前
    [GeneratedRegex($@"{SomeYear}(?:(?<half>[上下])\s*半\s*年\s*[底末内]?|第?\s*(?<q>[一二三四1-4])\s*季\s*度?\s*(?<end>[底末内])?)(?<before>\s*(?:之|以)?前)?")]
    private static partial Regex Half();

    // 3月至10月底, 3-6月, 6月1日至9月15日
    [GeneratedRegex($@"{SomeYear}(?<!\d){Numeral}\s*(?:月\s*(?:{DayNumeral}\s*[日号]|[底初末]|[上中下]旬)?)?\s*(?:[-~—–－]+|至|到)\s*(?:(?<y>{YearNumeral})\s*年\s*)?(?<m2>{Numeral})\s*月\s*份?(?:(?<d2>{DayNumeral})\s*[日号]|[底末]|(?<part2>[上中下])\s*旬)?{By_}")]
    private static partial Regex Range();

    // 10月, 10月份, 10月前
    [GeneratedRegex($@"{SomeYear}(?<![\d个])(?<m>{Numeral})\s*月(?:\s*份)?(?!\s*(?:\d|[日号]))\s*内?(?<before>\s*(?:之|以)?前)?")]
    private static partial Regex BareMonth();

    // 2021年, 2021年前
    [GeneratedRegex($@"(?:(?<y>{YearNumeral})\s*年|(?<word>[今本明次])年)(?:度|内)?(?<before>\s*(?:之|以)前|\s*前)?(?![度初中])")]
    private static partial Regex BareYear();

    // 每月5日前, 每月5日、20日, 每季度末, 每季度首月10日前, 每周五, 每年6月底前
    [GeneratedRegex($@"每\s*(?:个\s*)?(?<period>半年|年|季度|季|个月|月|旬|周|星期|日|天)(?:度)?\s*(?:(?<first>首月|第一个月)|末月)?\s*(?:(?<m>{Numeral})\s*月\s*)?(?:(?<d>{DayNumeral})\s*[日号](?:\s*[、和]\s*(?<d>{DayNumeral})\s*[日号])*|(?<end>(?:年|月|季)?[底末])|(?<part>[上中下])\s*旬|(?<weekday>[一二三四五六日天]))?{By_}")]
    private static partial Regex Repeated();

    // At the end of its clause: 建立持续推进机制 is no deadline.
    [GeneratedRegex(@"(?:(?:并|且|同时|和)\s*)?(?:长期坚持|长期推进|长期开展|长期落实|长期执行|(?:全年|年内)?持续(?:推进|开展|坚持|落实|实施|深化|巩固|用力|加强|进行)|常态化?(?:推进|开展|坚持|落实|实施)?|贯穿(?:全年|始终)|长期|持续)(?=\s*(?:[，,；;。、）)\s]|$))")]
    private static partial Regex Standing();

    // Said otherwise than by the calendar.
    [GeneratedRegex(@"[^，,；;。\s]{0,12}?(?:\d{1,3}|[一二三四五六七八九十两半]{1,3})\s*个?\s*(?:工作日|日|天|周|星期|月|年)\s*(?:之内|以内|内|后)|(?:元旦|春节|清明|五一|端午|国庆|中秋|汛期|雨季|冬季|入冬|封冻|上冻|春耕|秋收|开学|收获)[^，,；;。、\s]{0,3}?(?:前|后|期间)|[本当上下]月\s*(?:[底末初]|\d{1,2}[日号])?\s*(?:之|以)?前?|(?<![\d月])\d{1,2}\s*[日号]\s*(?:之|以)?前|立即|马上|即日起|即知即改|立行立改")]
    private static partial Regex Other();
}
