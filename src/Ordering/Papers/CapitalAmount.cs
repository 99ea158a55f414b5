using System.Text;
using Commerce.SharedKernel;

namespace Commerce.Ordering.Papers;

/// <summary>大写金额: an amount in the characters that papers use because they can't be altered (支付结算办法附一: 正确填写票据和结算凭证的基本规定).</summary>
internal static class CapitalAmount
{
    private const string Digits = "零壹贰叁肆伍陆柒捌玖";
    private static readonly string[] Places = ["", "拾", "佰", "仟"];
    private static readonly string[] Groups = ["", "万", "亿", "万亿"];

    /// <summary>544.32 becomes 伍佰肆拾肆元叁角贰分, 600.00 becomes 陆佰元整.</summary>
    public static string Of(Money amount)
    {
        var fen = Math.Abs(amount.Fen);
        var (yuan, jiao, rest) = (fen / 100, (int)(fen / 10 % 10), (int)(fen % 10));
        var text = new StringBuilder(amount.Fen < 0 ? "负" : "");
        if (yuan > 0 || fen == 0)
        {
            text.Append(Whole(yuan)).Append('元');
        }

        if (jiao > 0)
        {
            text.Append(Digits[jiao]).Append('角');
        }
        else if (rest > 0 && yuan > 0)
        {
            text.Append('零');
        }

        return (rest > 0 ? text.Append(Digits[rest]).Append('分') : text.Append('整')).ToString();
    }

    private static string Whole(long yuan)
    {
        if (yuan == 0)
        {
            return "零";
        }

        var text = new StringBuilder();
        var gap = false;
        for (var group = Groups.Length - 1; group >= 0; group--)
        {
            var part = (int)(yuan / (long)Math.Pow(10_000, group) % 10_000);
            if (part == 0)
            {
                gap = text.Length > 0;
                continue;
            }

            if (text.Length > 0 && (gap || part < 1000))
            {
                text.Append('零');
            }

            gap = false;
            text.Append(Four(part)).Append(Groups[group]);
        }

        return text.ToString();
    }

    private static string Four(int part)
    {
        var text = new StringBuilder();
        var gap = false;
        for (var place = 3; place >= 0; place--)
        {
            var digit = part / (int)Math.Pow(10, place) % 10;
            if (digit == 0)
            {
                gap = text.Length > 0;
                continue;
            }

            text.Append(gap ? "零" : "").Append(Digits[digit]).Append(Places[place]);
            gap = false;
        }

        return text.ToString();
    }
}
