using ActivationNotes.Course.Site.Content;
using AngleSharp.Html.Parser;

namespace ActivationNotes.Course.Tests.Site.Content;

public sealed class AnsiTextTests
{
    // The escape is last, so that every second round can do without it.
    private const string Alphabet = "ab<>&\"'[]m;0123\n/script\u001b";

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a < b && c > \"d\" 'e'", "a &lt; b &amp;&amp; c &gt; &quot;d&quot; &#39;e&#39;")]
    [InlineData("\u001b[31mred\u001b[0m after", "<span class=\"ansi-red\">red</span> after")]
    [InlineData("\u001b[31mred\u001b[m after", "<span class=\"ansi-red\">red</span> after")]
    [InlineData("\u001b[1;32mbold green\u001b[22mgreen", "<span class=\"ansi-green ansi-bold\">bold green</span><span class=\"ansi-green\">green</span>")]
    [InlineData("\u001b[91mbright\u001b[39m\u001b[44mon blue", "<span class=\"ansi-bright-red\">bright</span><span class=\"ansi-on-blue\">on blue</span>")]
    [InlineData("\u001b[7minverse\u001b[27m!", "<span class=\"ansi-inverse ansi-on-inverse\">inverse</span>!")]
    [InlineData("\u001b[31;7mx", "<span class=\"ansi-inverse ansi-on-red\">x</span>")]
    [InlineData("\u001b[38;5;9mindexed", "<span class=\"ansi-bright-red\">indexed</span>")]
    [InlineData("\u001b[38;5;21mindexed", "<span class=\"ansi-bright-blue\">indexed</span>")]
    [InlineData("\u001b[38;2;200;0;0mmixed", "<span class=\"ansi-red\">mixed</span>")]
    [InlineData("\u001b[38;2;200;0;0;1mmixed", "<span class=\"ansi-red ansi-bold\">mixed</span>")]
    [InlineData("\u001b[38;5mcut\u001b[38;2;1mshort", "cutshort")]
    [InlineData("\u001b[31m\u001b[31mone\u001b[0m", "<span class=\"ansi-red\">one</span>")]
    public void Colours_become_spans_and_text_is_escaped(string text, string html) => Assert.Equal(html, AnsiText.ToHtml(text));

    [Theory]
    [InlineData("a\u001b[2Kb")]
    [InlineData("a\u001b[?25lb")]
    [InlineData("a\u001b]0;title\u0007b")]
    [InlineData("a\u001b]8;;javascript:alert(1)\u001b\\b")]
    [InlineData("a\u001b(Bb")]
    [InlineData("a\u001b7b")]
    [InlineData("a\u001bPquery\u001b\\b")]
    [InlineData("ab\u001b")]
    [InlineData("ab\u001b[31")]
    public void Other_sequences_vanish(string text) => Assert.Equal("ab", AnsiText.ToHtml(text));

    [Fact]
    public void An_unfinished_title_ends_with_its_line() => Assert.Equal("a\nb", AnsiText.ToHtml("a\u001b]0;no end\nb"));

    [Theory]
    [InlineData("a\0b", "a\u2400b")]
    [InlineData("a\bb", "a\u2408b")]
    [InlineData("a\u007fb", "a\u2421b")]
    [InlineData("a\rb", "a\u240db")]
    [InlineData("a\r\nb\tc", "a\nb\tc")]
    [InlineData("a\u0085b", "a\ufffdb")]
    [InlineData("a\u202eb", "a\ufffdb")]
    [InlineData("\U0001F600", "\U0001F600")]
    public void Control_characters_are_made_visible(string text, string html) => Assert.Equal(html, AnsiText.ToHtml(text));

    [Fact]
    public void Half_a_surrogate_pair_is_replaced()
    {
        Assert.Equal("a\ufffdb", AnsiText.ToHtml($"a{(char)0xd83d}b"));
        Assert.Equal("a\ufffd", AnsiText.ToHtml($"a{(char)0xd83d}"));
        Assert.Equal("\ufffd\ufffd", AnsiText.ToHtml($"{(char)0xde00}{(char)0xd83d}"));
    }

    [Fact]
    public void Any_text_survives_as_the_text_of_the_page()
    {
        var random = new Random(5);
        for (var round = 0; round < 300; round++)
        {
            var text = string.Concat(Enumerable.Range(0, 40).Select(_ => Alphabet[random.Next(Alphabet.Length - round % 2)]));
            var body = new HtmlParser().ParseDocument($"<body><pre>x{AnsiText.ToHtml(text)}</pre>").Body!;
            Assert.All(body.QuerySelectorAll("*"), element => Assert.Contains(element.LocalName, (string[])["pre", "span"]));
            if (round % 2 == 1) Assert.DoesNotContain('\u001b', text);
            if (!text.Contains('\u001b', StringComparison.Ordinal)) Assert.Equal("x" + text, body.TextContent);
        }
    }
}
