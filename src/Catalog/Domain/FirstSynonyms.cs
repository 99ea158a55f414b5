namespace Commerce.Catalog.Domain;

/// <summary>The groups that every installation begins with: what Jilin's goods are also called. The office changes them as it likes; what it deletes doesn't come back.</summary>
internal static class FirstSynonyms
{
    public static IReadOnlyList<IReadOnlyList<string>> Groups { get; } =
    [
        ["榛蘑", "蜜环菌", "榛蘑菇"],
        ["林蛙油", "雪蛤", "哈蟆油", "雪蛤油", "田鸡油", "蛤蟆油"],
        ["玉米", "苞米", "苞谷"],
        ["土豆", "马铃薯", "地豆", "洋芋"],
        ["木耳", "黑木耳", "云耳"],
        ["小米", "粟米"],
        ["大豆", "黄豆"],
        ["豆油", "大豆油"],
        ["面粉", "白面"],
        ["辣白菜", "朝鲜族泡菜"],
        ["猴头菇", "猴头", "猴头蘑"],
        ["松茸", "松口蘑"],
        ["蓝莓", "都柿", "笃斯越橘"],
        ["榛子", "平榛"],
        ["山鸡", "雉鸡", "野鸡"],
        ["笨鸡蛋", "土鸡蛋", "柴鸡蛋", "草鸡蛋"],
        ["人参", "棒槌"],
        ["刺嫩芽", "刺老芽", "龙牙楤木"],
        ["蜂蜜", "蜜糖"],
        ["桔梗", "道拉吉", "狗宝"],
        ["红薯", "地瓜", "甘薯"],
        ["西红柿", "番茄", "洋柿子"],
        ["圆葱", "洋葱"],
        ["香菜", "芫荽"],
        ["卷心菜", "大头菜", "圆白菜", "甘蓝"],
        ["葵花籽", "瓜子", "毛嗑"],
        ["五味子", "山花椒"],
        ["蕨菜", "蕨苔"],
        ["元蘑", "冻蘑", "黄蘑"],
    ];
}
