using Commerce.Catalog.Domain;
using Commerce.Catalog.ReadModel;
using Commerce.Catalog.Synonyms;
using Commerce.Platform.Databases;
using Commerce.Platform.Idempotency;
using Commerce.SharedKernel;
using Commerce.Testing;
using Xunit;

namespace Commerce.Catalog.Tests.Synonyms;

/// <summary>Words that mean the same, as data of the office.</summary>
public sealed class SynonymTests
{
    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_new_installation_begins_with_the_words_of_the_region(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);

        var groups = (await world.Catalogue.Current(default)).Surroundings.SynonymGroups;

        Assert.Contains(groups, g => g.Words.SequenceEqual(["榛蘑", "蜜环菌", "榛蘑菇"]));
        Assert.Equal(groups.SelectMany(g => g.Words).Count(), groups.SelectMany(g => g.Words).Distinct().Count());
        Assert.All(groups, g => Assert.True(SynonymGroup.Read(g.Words) is { Failed: false }));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_saved_group_is_searched_by_at_once_here_and_on_other_hosts_and_no_more_when_it_is_deleted(DatabaseProvider provider)
    {
        await using var world = await World.WithSample(provider);
        using var other = world.OtherHost();
        await other.Current(default);
        Assert.Empty(await Found(world, "凉面"));

        var saved = await Save(world, null, null, " 冷面 ", "凉面", "凉面");

        Assert.Equal(["延边冷面"], await Found(world, "凉面"));
        Assert.Equal(["延边冷面"], await Found(world, "liangmian"));
        Assert.Contains((await other.CatchUp(default)).Surroundings.SynonymGroups, g => g.Words.SequenceEqual(["冷面", "凉面"]));

        await Save(world, saved.Id, 1, "冷面", "朝鲜冷面");
        Assert.Empty(await Found(world, "凉面"));
        Assert.Equal(["延边冷面"], await Found(world, "朝鲜冷面"));

        Assert.Null((await Delete(world, saved.Id!.Value, 2)).Error);
        Assert.Empty(await Found(world, "朝鲜冷面"));
        Assert.DoesNotContain((await world.Catalogue.Current(default)).Surroundings.SynonymGroups, g => g.Id == saved.Id);
    }

    [Theory]
    [InlineData("一个词", "榛子仁")]
    [InlineData("两个一样的词", "榛子仁|榛子仁")]
    [InlineData("太多", "1|2|3|4|5|6|7|8|9|10|11|12|13|14|15|16|17|18|19|20|21")]
    public async Task A_group_has_two_to_twenty_different_words(string why, string words)
    {
        await using var world = await World.Create();

        var refused = await Save(world, null, null, words.Split('|'));

        Assert.True(refused.Error == SynonymErrors.HowMany, why);
    }

    [Fact]
    public async Task A_word_is_short_and_without_the_mark_that_lies_between_words()
    {
        await using var world = await World.Create();
        var before = (await world.Catalogue.Current(default)).Surroundings.SynonymGroups.Count;

        Assert.Equal(SynonymErrors.WordShape("甲|乙").Text(true), (await Save(world, null, null, "甲|乙", "丙")).Error?.Text(true));
        Assert.Equal(SynonymErrors.WordShape(new string('长', 41)).Text(true), (await Save(world, null, null, new string('长', 41), "丙")).Error?.Text(true));
        Assert.Equal(before, (await world.Catalogue.CatchUp(default)).Surroundings.SynonymGroups.Count);
    }

    [Fact]
    public async Task A_word_stands_in_one_group_whatever_its_capitals()
    {
        await using var world = await World.Create();
        await Save(world, null, null, "Kimchi", "泡菜");

        Assert.Equal(SynonymErrors.InAnotherGroup("kimchi").Text(true), (await Save(world, null, null, "咸菜", "kimchi")).Error?.Text(true));
        Assert.Equal(SynonymErrors.InAnotherGroup("榛蘑").Text(true), (await Save(world, null, null, "榛蘑", "蘑")).Error?.Text(true));
    }

    [Fact]
    public async Task A_group_that_somebody_changed_or_deleted_meanwhile_is_not_changed()
    {
        await using var world = await World.Create();
        var id = (await Save(world, null, null, "甲", "乙")).Id!.Value;
        await Save(world, id, 1, "甲", "丙");

        Assert.Equal(ErrorCode.VersionStale, (await Save(world, id, 1, "甲", "丁")).Error!.Code);
        Assert.Equal(ErrorCode.VersionStale, (await Delete(world, id, 1)).Error!.Code);
        await Delete(world, id, 2);
        Assert.Equal(ErrorCode.NotFound, (await Save(world, id, 2, "甲", "丁")).Error!.Code);
        Assert.Equal(ErrorCode.NotFound, (await Delete(world, id, 2)).Error!.Code);
    }

    [Fact]
    public async Task The_page_says_how_many_goods_a_group_concerns()
    {
        await using var world = await World.WithSample();

        var groups = await new ReadSynonyms(world.Catalogue).All(default);

        Assert.Equal(1, groups.Single(g => g.Group.Words[0] == "土豆").Goods);
        Assert.Equal(0, groups.Single(g => g.Group.Words[0] == "香菜").Goods);
    }

    private static Task<Outcome> Save(World world, Guid? id, int? version, params string[] words) =>
        world.Do((db, writes) => new SaveSynonyms.Handler(db, writes, world.Clock).Handle(new(Guid.NewGuid().ToString(), id, version, words), default));

    private static Task<Outcome> Delete(World world, Guid id, int version) =>
        world.Do((db, writes) => new DeleteSynonyms.Handler(db, writes).Handle(new(Guid.NewGuid().ToString(), id, version), default));

    private static async Task<List<string>> Found(World world, string text) => [.. (await world.All(new ProductFilter(text))).Select(p => p.Name)];
}
