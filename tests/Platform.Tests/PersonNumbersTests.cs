using Commerce.Platform.Personal;
using Xunit;

namespace Commerce.Platform.Tests;

public sealed class PersonNumbersTests
{
    [Theory]
    [InlineData("户主 222405196801011234")]
    [InlineData("22240519680101123X")]
    [InlineData("222405 19680101 123x")]
    [InlineData("２２２４０５１９６８０１０１１２３４")]
    [InlineData("222405680101123")]
    [InlineData("电话13843301234。")]
    [InlineData("138-4330-1234")]
    [InlineData("+86 138 4330 1234")]
    [InlineData("0433-6123456")]
    [InlineData("0431 85097111")]
    public void What_looks_like_an_ID_or_telephone_number_is_told(string text) => Assert.True(PersonNumbers.In(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("明东村驻村第一书记代言（示例）")]
    [InlineData("入社农户 39 户，2025-12-31 分红 120,000.50 元")]
    [InlineData("保底收购价 5.60 元/斤，2016 年起")]
    [InlineData("许可证 SC10122240500123456789")]
    [InlineData("12345678901")]
    public void Days_money_and_other_numbers_are_not(string? text) => Assert.False(PersonNumbers.In(text));
}
