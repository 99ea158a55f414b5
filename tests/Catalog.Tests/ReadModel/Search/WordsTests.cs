using Commerce.Catalog.ReadModel;
using Commerce.Catalog.ReadModel.Search;
using Commerce.SharedKernel;
using Xunit;

namespace Commerce.Catalog.Tests.ReadModel.Search;

/// <summary>What people type, and what it finds in the sample.</summary>
public sealed class WordsTests(SampleWorld sample) : IClassFixture<SampleWorld>
{
    [Theory]
    [InlineData("zhenmo", "野生榛蘑", "PINYIN")]
    [InlineData("zhenm", "野生榛蘑", "PINYIN")]
    [InlineData("zhen m", "野生榛蘑", "PINYIN")]
    [InlineData("ZHEN'MO", "野生榛蘑", "PINYIN")]
    [InlineData("mihuanjun", "野生榛蘑", "PINYIN")]
    [InlineData("renshen", "人参饮料", "PINYIN")]
    [InlineData("hamayou", "林蛙油", "PINYIN")]
    [InlineData("tianjiyou", "林蛙油", "PINYIN")]
    [InlineData("changbaishan", "长白山榛子", "PINYIN")]
    [InlineData("beicangzhu", "北苍术", "PINYIN")]
    [InlineData("zm", "野生榛蘑", "INITIALS")]
    [InlineData("mddm", "明东大米", "INITIALS")]
    [InlineData("zhnmo", "野生榛蘑", "FUZZY")]
    [InlineData("zhemno", "野生榛蘑", "FUZZY")]
    [InlineData("zhenmoo", "野生榛蘑", "FUZZY")]
    [InlineData("zhenno", "野生榛蘑", "FUZZY")]
    [InlineData("苞谷", "玉米碴", "BIGRAM")]
    [InlineData("田鸡油", "林蛙油", "BIGRAM")]
    [InlineData("洋芋", "智新土豆", "BIGRAM")]
    [InlineData("大米 明东", "明东大米", "BIGRAM")]
    [InlineData("10斤", "明东大米", "BIGRAM")]
    [InlineData("10斤大米", "明东大米", "BIGRAM")]
    [InlineData("五公斤 大米", "明东大米", "BIGRAM")]
    [InlineData("５ＫＧ", "小冰麦面粉", "BIGRAM")]
    [InlineData("2 500g", "智新小米", "BIGRAM")]
    [InlineData("半斤", "汪清黑木耳", "BIGRAM")]
    [InlineData("一斤", "椴树蜜", "BIGRAM")]
    [InlineData("5升", "笨榨豆油", "BIGRAM")]
    [InlineData("10斤 dami", "明东大米", "PINYIN")]
    public async Task It_is_found_and_the_answer_says_how(string text, string product, string way)
    {
        var page = await sample.World.Page(new ProductFilter(text));

        Assert.Contains(product, page.Nodes.Select(n => n.Name));
        Assert.Equal(way, page.MatchedBy);
    }

    [Theory]
    [InlineData("enmo")]
    [InlineData("z")]
    [InlineData("zmo")]
    [InlineData("zhn")]
    [InlineData("zhenxxmo")]
    [InlineData("3公斤")]
    [InlineData("大米 木耳")]
    [InlineData("renshne 不存在")]
    public async Task It_finds_nothing(string text) => Assert.Empty((await sample.World.Page(new ProductFilter(text))).Nodes);

    [Fact]
    public async Task A_slip_is_forgiven_only_where_nothing_is_written_or_spelled_so()
    {
        var names = (await sample.World.All(new ProductFilter("xiaomi"))).Select(p => p.Name).ToList();

        Assert.Equal(["智新小米"], names);
    }

    [Fact]
    public async Task The_nearest_comes_first_name_then_own_synonym_then_the_group_then_pinyin_then_the_summary()
    {
        await using var world = await World.Create();
        await world.Write(async db =>
        {
            await Generated.Add(db, world.Now, new[] { "炖菜", "甘薯汤", "马铃薯粉", "鲜马铃薯", "马铃薯", "土豆泥" }.Select(name => (name, MeasureUnit.Bag, 5m, 1m, MeasureUnit.Kg)));
            foreach (var p in db.Products.Local)
            {
                (p.Summary, p.Synonyms) = (p.Name == "炖菜" ? "里面有马铃薯" : null, p.Name == "甘薯汤" ? ["马铃薯味"] : []);
            }
        });

        var names = (await world.All(new ProductFilter("马铃薯"))).Select(p => p.Name);

        Assert.Equal(["马铃薯", "马铃薯粉", "鲜马铃薯", "甘薯汤", "土豆泥", "炖菜"], names);
    }

    [Fact]
    public async Task Loose_goods_are_of_any_weight_and_no_pack()
    {
        var loose = await sample.World.All(new ProductFilter("1斤"));

        Assert.All(loose, p => Assert.Contains(p.Variants, v => v.SoldBy.Dimension() == MeasureDimension.Count && v.NominalContent.Base == 500));
        Assert.NotEmpty(loose);
    }

    [Theory]
    [InlineData("5公斤", 5000, "")]
    [InlineData("10斤装大米", 5000, "大米")]
    [InlineData("2,500G", 2500, "")]
    [InlineData("2 500G", 2500, "")]
    [InlineData("0.5KG", 500, "")]
    [InlineData("半斤", 250, "")]
    [InlineData("两斤", 1000, "")]
    [InlineData("二两", 100, "")]
    [InlineData("十五斤", 7500, "")]
    [InlineData("二十斤", 10000, "")]
    [InlineData("330ML", 330, "")]
    public void An_amount_is_read_from_a_word(string word, int inBaseUnits, string others)
    {
        var amount = Amounts.In(word)!.Value;

        Assert.Equal((inBaseUnits * 1000L, others), (amount.Key >> 1, amount.Others));
    }

    [Theory]
    [InlineData("5GB")]
    [InlineData("A5G")]
    [InlineData("斤")]
    [InlineData("0斤")]
    [InlineData("12345678斤")]
    [InlineData("大米")]
    public void Other_words_hold_no_amount(string word) => Assert.Null(Amounts.In(word));

    [Theory]
    [InlineData("人参", "renshen")]
    [InlineData("参加", "canjia")]
    [InlineData("长白山", "changbaishan")]
    [InlineData("生长", "shengzhang")]
    [InlineData("白术", "baizhu")]
    [InlineData("技术", "jishu")]
    [InlineData("哈蟆油", "hamayou")]
    [InlineData("花蛤", "huage")]
    [InlineData("参茸", "shenrong")]
    [InlineData("绿豆", "lvdou")]
    [InlineData("茄子", "qiezi")]
    public void Chinese_is_spelled_as_it_is_read(string text, string letters) => Assert.Equal(letters, Pinyin.Spell(text).Single().Letters);

    [Fact]
    public void The_table_knows_the_common_characters()
    {
        Assert.Equal("abc", string.Concat(Pinyin.Spell("啊，不！从abc").Select(s => s.Letters[0])));
        Assert.Equal(["dongbei", "dami"], Pinyin.Spell("东北5kg大米").Select(s => s.Letters));
    }

    [Fact]
    public void One_edit_agrees_with_the_table_from_the_textbook()
    {
        var random = new Random(4);
        string Some() => new([.. Enumerable.Range(0, random.Next(1, 7)).Select(_ => (char)('a' + random.Next(3)))]);
        for (var i = 0; i < 20_000; i++)
        {
            var (a, b) = (Some(), Some());
            Assert.True(PlainSearch.Distance(a, b) <= 1 == OneEdit.Apart(a, b), $"{a} {b}");
        }
    }
}
