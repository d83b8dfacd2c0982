using BackendStandards.Analyzers.Logging;

namespace BackendStandards.Tests.Logging;

public class MessageTemplateTests
{
    [Theory]
    [InlineData("no holes", "")]
    [InlineData("{A} and {@B} and {$C,10:N2} and {0}", "A B C 0")]
    [InlineData("{{A}} and {{{B}}}", "B")]
    [InlineData("open {A", "")]
    [InlineData("closed A}", "")]
    [InlineData("", "")]
    public void Names_the_holes(string text, string names) => Assert.Equal(names, string.Join(" ", MessageTemplate.HolesOf(text).Select(hole => hole.Name)));

    [Fact]
    public void Tells_where_they_stand()
    {
        const string text = "a {{b}} {C:x} d";
        var hole = Assert.Single(MessageTemplate.HolesOf(text));
        Assert.Equal("{C:x}", text.Substring(hole.Start, hole.Length));
        Assert.False(hole.IsNumbered);
    }
}
