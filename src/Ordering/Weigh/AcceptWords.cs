using Commerce.Platform.GraphQL;
using Commerce.SharedKernel;
using Commerce.Ui;

namespace Commerce.Ordering.Weigh;

/// <summary>What the weighing page's script says; {0}, {1} and {2} are filled in there.</summary>
internal static class AcceptWords
{
    public static object Of(Words w) => new
    {
        Units = Enum.GetValues<MeasureUnit>().ToDictionary(u => GraphJson.EnumName(u), u => u.Name(w.Chinese)),
        EnterGross = w["请填秤上的读数", "Enter what the scales say"],
        Unreadable = w["看不懂这个数，请检查小数点", "This is no number; check the point"],
        Net = w["净重 {0}", "net {0}"],
        Exact = w["与应收一样", "as much as is due"],
        ShortWithin = w["少 {0}（-{1} %），在允许范围内", "{0} short (-{1} %), within what is allowed"],
        ShortBeyond = w["少 {0}（-{1} %），超出允许的 {2} %：按实收付款，少的还算未到货", "{0} short (-{1} %), more than the {2} % allowed: only what came is paid, the rest is still due"],
        OverWithin = w["多 {0}（+{1} %），在允许范围内", "{0} over (+{1} %), within what is allowed"],
        OverBeyond = w["多 {0}，最多只能收 {2}：多出的请当场退回后再过秤，或请审批人同意多收", "{0} over; at most {2} may be taken: hand back the surplus and weigh again, or have an approver agree to more"],
        Pay = w["应付 {0} 元", "to pay {0} yuan"],
        Total = w["本单应付 {0} 元", "to pay in all {0} yuan"],
        ReasonNeeded = w["请写明原因", "Give a reason"],
        Sending = w["正在送出…", "Sending…"],
        Goods = w["货物", "Goods"],
        Mine = w["您填的", "Yours"],
        Theirs = w["{0}称的", "Weighed by {0}"],
        NetName = w["实收", "accepted"],
        RejectedName = w["拒收", "rejected"],
        DisputedName = w["有争议", "disputed"],
        Conflict = w["别人已先过秤：{0}。请对照两次的数。", "Somebody else weighed it first: {0}. Compare both."],
        ConflictOpen = w["对方的对，就去签字；不对，就退回并写明原因，再重新过秤。您填的还没有记账，点下面的按钮后才会清除。", "If theirs is right, sign it; if not, send it back with the reason and weigh again. Yours has counted nothing and is kept until you press the button."],
        ConflictSigned = w["对方的已由两人签字入账；要改，请打开后点“更正”。您填的没有记账，点下面的按钮后才会清除。", "Theirs has two signatures and counts; to change it, open it and correct it. Yours has counted nothing and is kept until you press the button."],
        LookAtTheirs = w["去看对方的过秤单", "Look at theirs"],
        Photo = w["照片 {0}", "Photo {0}"],
        RemovePhoto = w["删除照片 {0}", "Remove photo {0}"],
        PhotosFull = w["一种货最多三张照片；请先删除一张", "At most three photos of one kind of goods; remove one first"],
        PhotoWrong = w["这张照片打不开，没有留下；请重新拍", "This photo can't be opened and wasn't kept; take another"],
        PhotoNoRoom = w["这台手机存不下更多照片；请先把验收送出", "This phone can't keep more photos; send the acceptance first"],
        Kept = w["没有网络。您填的已存在这台手机里，网络恢复后会自动送出，只送一次；请不要清除浏览器数据。", "No network. What you typed is kept on this phone and goes out once, by itself, when the network is back; don't clear the browser's data."],
        SignedOut = w["登录已过期，还没有送出；您填的都在。请登录后回到这里。", "You are signed out and nothing was sent; what you typed is still here. Sign in and come back."],
        SignIn = w["去登录", "Sign in"],
        NoStorage = w["这台手机不能保存内容，请不要关闭本页。", "This phone can't keep anything; don't close this page."],
        Unclear = w["服务器没有接受，没有做任何更改；请稍后再试。", "The server didn't take it; nothing was changed. Try again later."],
        Arrived = w["{0} 已送到。", "{0} has arrived."],
        Changing = w["已取回，可以修改。改好请再签字。", "Taken back; change it and sign again."],
    };
}
