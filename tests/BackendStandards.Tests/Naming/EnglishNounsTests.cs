using BackendStandards.Analyzers.Naming;

namespace BackendStandards.Tests.Naming;

public class EnglishNounsTests
{
    private static readonly char[] Separators = [' ', '\n', '\r'];

    [Theory]
    [InlineData("user", "users")]
    [InlineData("category", "categories")]
    [InlineData("day", "days")]
    [InlineData("box", "boxes")]
    [InlineData("branch", "branches")]
    [InlineData("address", "addresses")]
    [InlineData("status", "statuses")]
    [InlineData("bus", "buses")]
    [InlineData("alias", "aliases")]
    [InlineData("lens", "lenses")]
    [InlineData("canvas", "canvases")]
    [InlineData("process", "processes")]
    [InlineData("class", "classes")]
    [InlineData("business", "businesses")]
    [InlineData("photo", "photos")]
    [InlineData("repo", "repos")]
    [InlineData("hero", "heroes")]
    [InlineData("person", "people")]
    [InlineData("child", "children")]
    [InlineData("man", "men")]
    [InlineData("tooth", "teeth")]
    [InlineData("goose", "geese")]
    [InlineData("mouse", "mice")]
    [InlineData("ox", "oxen")]
    [InlineData("leaf", "leaves")]
    [InlineData("knife", "knives")]
    [InlineData("chef", "chefs")]
    [InlineData("quiz", "quizzes")]
    [InlineData("index", "indexes")]
    [InlineData("matrix", "matrices")]
    [InlineData("analysis", "analyses")]
    [InlineData("basis", "bases")]
    [InlineData("criterion", "criteria")]
    [InlineData("gas", "gases")]
    [InlineData("datum", "data")]
    [InlineData("epoch", "epochs")]
    public void Knows_the_plural(string singular, string plural)
    {
        Assert.Equal(NounNumber.Singular, EnglishNouns.NumberOf(singular));
        Assert.Equal(plural, EnglishNouns.PluralOf(singular));
        if (plural != "data") Assert.Equal(NounNumber.Plural, EnglishNouns.NumberOf(plural));
    }

    [Theory]
    [InlineData("indices")]
    [InlineData("persons")]
    [InlineData("matrixes")]
    public void Knows_second_plurals(string plural)
    {
        Assert.Equal(NounNumber.Plural, EnglishNouns.NumberOf(plural));
        Assert.Null(EnglishNouns.PluralOf(plural));
    }

    [Theory]
    [InlineData("series")]
    [InlineData("species")]
    [InlineData("news")]
    [InlineData("data")]
    [InlineData("media")]
    [InlineData("info")]
    [InlineData("information")]
    [InlineData("equipment")]
    [InlineData("feedback")]
    [InlineData("metadata")]
    [InlineData("software")]
    [InlineData("inventory")]
    [InlineData("staff")]
    [InlineData("access")]
    [InlineData("history")]
    [InlineData("billing")]
    [InlineData("analytics")]
    [InlineData("https")]
    [InlineData("dns")]
    [InlineData("aws")]
    [InlineData("sms")]
    [InlineData("gps")]
    public void Counts_nothing_of_what_is_not_counted(string word)
    {
        Assert.Equal(NounNumber.Uncountable, EnglishNouns.NumberOf(word));
        Assert.Null(EnglishNouns.PluralOf(word));
    }

    [Theory]
    [InlineData("frobnicator")]
    [InlineData("kpi")]
    [InlineData("usr")]
    [InlineData("export")]
    [InlineData("cancel")]
    [InlineData("sery")]
    [InlineData("addres")]
    [InlineData("")]
    public void Says_nothing_of_words_that_it_does_not_know(string word)
    {
        Assert.Equal(NounNumber.Unknown, EnglishNouns.NumberOf(word));
        Assert.Null(EnglishNouns.PluralOf(word));
    }

    [Fact]
    public void Each_word_of_the_lexicon_is_in_one_list_once_and_in_lower_case()
    {
        var words = NounLexicon.Regular.Split(Separators, StringSplitOptions.RemoveEmptyEntries)
            .Concat(NounLexicon.Irregular.Split(Separators, StringSplitOptions.RemoveEmptyEntries).Select(entry => entry.Split(':')[0]))
            .Concat(NounLexicon.Uncountable.Split(Separators, StringSplitOptions.RemoveEmptyEntries)).ToList();

        Assert.Empty(words.GroupBy(word => word).Where(same => same.Count() > 1).Select(same => same.Key));
        Assert.All(words, word => Assert.Matches("^[a-z]+$", word));
    }

    [Fact]
    public void No_plural_is_another_words_singular() =>
        Assert.All(NounLexicon.Regular.Split(Separators, StringSplitOptions.RemoveEmptyEntries), word =>
        {
            Assert.Equal(NounNumber.Singular, EnglishNouns.NumberOf(word));
            Assert.NotEqual(NounNumber.Singular, EnglishNouns.NumberOf(EnglishNouns.PluralOf(word)!));
        });
}
