using ActivationNotes.Course.Site;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ActivationNotes.Course.Tests.Site.Api;

/// <summary>The pages of a library, from an assembly that each test compiles.</summary>
public sealed class ApiReferenceTests : IDisposable
{
    private const string Source = """
        using System;
        namespace Sample;
        /// <summary>A thing. See <see cref="Shape.Area"/>, <paramref name="x"/> and <c>a &lt; b</c>.</summary>
        /// <param name="Width">In metres.</param>
        public sealed record Square(double Width) : Shape
        {
            /// <inheritdoc/>
            public override double Area() => Width * Width;
            /// <summary>Divides.</summary>
            /// <param name="parts">How many.</param>
            /// <returns>The share.</returns>
            /// <exception cref="ArgumentException">There are none.</exception>
            public double Share(int parts = 2) => Width / parts;
            private double Hidden() => 0;
        }
        /// <summary>What has an area.</summary>
        public abstract record Shape
        {
            /// <summary>In square metres.</summary>
            public abstract double Area();
        }
        /// <summary>Nobody sees this.</summary>
        internal sealed class Secret;
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("site-tests-").FullName;

    [Fact]
    public void Public_types_and_members_are_listed_with_what_their_comments_say()
    {
        var page = Page(Source);
        var text = page.QuerySelector("main")!.TextContent;
        Assert.Contains("public sealed record Square : Shape", text, StringComparison.Ordinal);
        Assert.Contains("double Share(int parts = 2)", text, StringComparison.Ordinal);
        Assert.Contains("ArgumentException: There are none.", text, StringComparison.Ordinal);
        Assert.Contains("a < b", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Hidden", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Secret", text, StringComparison.Ordinal);
        Assert.DoesNotContain("EqualityContract", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Inherited_comments_and_those_of_a_records_parts_are_found_where_they_stand()
    {
        var page = Page(Source);
        Assert.Contains("In square metres.", page.GetElementById("M:Sample.Square.Area")!.NextElementSibling!.TextContent, StringComparison.Ordinal);
        Assert.Contains("In metres.", page.GetElementById("P:Sample.Square.Width")!.NextElementSibling!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void References_lead_to_what_they_name_and_one_that_names_nothing_is_reported()
    {
        var link = Page(Source).QuerySelector("p a[href*='Shape.Area']")!;
        Assert.Equal("api-sample.html#M%3ASample.Shape.Area", link.GetAttribute("href"));
        var error = Assert.Throws<CourseException>(() => Page(Source.Replace("Shape.Area\"", "Shape.Aria\"", StringComparison.Ordinal)));
        Assert.Contains("Shape.Aria", error.Message, StringComparison.Ordinal);
        Assert.Contains("Sample.Square", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_link_between_the_pages_of_the_courses_own_libraries_leads_somewhere()
    {
        var libraries = Workspace.Find(AppContext.BaseDirectory).Assemblies;
        Assert.NotEmpty(libraries);
        SiteWriter.Write(new SiteInput([], Libraries: libraries), _folder);
        var pages = Directory.EnumerateFiles(_folder, "api*.html").ToDictionary(file => Path.GetFileName(file), file => new HtmlParser().ParseDocument(File.ReadAllText(file)), StringComparer.Ordinal);
        Assert.Contains("api-activationnotes.activations.html", pages.Keys);
        var links = pages.Values.SelectMany(page => page.QuerySelectorAll("main a").Select(link => link.GetAttribute("href")!.Split('#'))).Where(link => link.Length == 2).ToArray();
        Assert.NotEmpty(links);
        Assert.All(links, link => Assert.NotNull(pages[link[0]].GetElementById(Uri.UnescapeDataString(link[1]))));
        foreach (var page in pages.Values) Assert.Empty(page.QuerySelectorAll("[id]").GroupBy(element => element.Id).Where(group => group.Count() > 1).Select(group => group.Key));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private IHtmlDocument Page(string source)
    {
        var path = Path.Combine(_folder, "Sample.dll");
        var platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(file => MetadataReference.CreateFromFile(file));
        var tree = CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(documentationMode: DocumentationMode.Parse));
        var compilation = CSharpCompilation.Create("Sample", [tree], platform, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using (var assembly = File.Create(path))
        using (var documentation = File.Create(Path.ChangeExtension(path, ".xml")))
            Assert.Empty(compilation.Emit(assembly, xmlDocumentationStream: documentation).Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        var site = Path.Combine(_folder, "site");
        SiteWriter.Write(new SiteInput([], Libraries: [path]), site);
        return new HtmlParser().ParseDocument(File.ReadAllText(Path.Combine(site, "api-sample.html")));
    }
}
