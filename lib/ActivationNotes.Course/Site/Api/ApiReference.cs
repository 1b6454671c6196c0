using System.Globalization;
using System.Text;
using ActivationNotes.Course.Site.Html;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using static ActivationNotes.Course.Site.Html.HtmlText;

namespace ActivationNotes.Course.Site.Api;

/// <summary>
/// The pages of the helper libraries: one for each namespace, made from the public symbols of the built assemblies and the
/// documentation that the compiler wrote beside them. The assemblies are read, never loaded: what they do cannot matter here.
/// </summary>
internal sealed class ApiReference
{
    /// <summary>The page that lists all namespaces and types.</summary>
    public const string Page = "api.html";

    private const SymbolDisplayGenericsOptions Generics =
        SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeTypeConstraints;

    private static readonly SymbolDisplayFormat s_type = new(genericsOptions: Generics, miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes);

    private static readonly SymbolDisplayFormat s_member = new(
        genericsOptions: Generics,
        memberOptions: SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeModifiers
            | SymbolDisplayMemberOptions.IncludeRef | SymbolDisplayMemberOptions.IncludeConstantValue,
        parameterOptions: SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName | SymbolDisplayParameterOptions.IncludeDefaultValue
            | SymbolDisplayParameterOptions.IncludeParamsRefOut | SymbolDisplayParameterOptions.IncludeExtensionThis,
        propertyStyle: SymbolDisplayPropertyStyle.ShowReadWriteDescriptor,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    // Within a list of a type's members its own name adds nothing.
    private static readonly SymbolDisplayFormat s_name = new(
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters, miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes);

    private readonly Dictionary<string, string> _addresses = new(StringComparer.Ordinal);
    private readonly (string Namespace, INamedTypeSymbol[] Types)[] _namespaces;

    /// <summary>Reads the assemblies.</summary>
    /// <param name="assemblies">Their files; the documentation stands beside each, as .xml.</param>
    public ApiReference(IReadOnlyList<string> assemblies)
    {
        var documented = assemblies.ToDictionary(path => path, path => MetadataReference.CreateFromFile(path, documentation: XmlDocumentationProvider.CreateFromFile(Path.ChangeExtension(path, ".xml"))), StringComparer.Ordinal);
        var platform = ((string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        var others = assemblies.SelectMany(path => Directory.EnumerateFiles(Path.GetDirectoryName(path)!, "*.dll", SearchOption.AllDirectories)).Concat(platform)
            .DistinctBy(path => Path.GetFileName(path), StringComparer.Ordinal).Where(path => !documented.ContainsKey(path));
        var compilation = CSharpCompilation.Create("documentation", references: [.. documented.Values, .. others.Select(path => MetadataReference.CreateFromFile(path))]);
        _namespaces = [.. documented.Values.Select(compilation.GetAssemblyOrModuleSymbol).OfType<IAssemblySymbol>()
            .SelectMany(assembly => Within(assembly.GlobalNamespace)).Where(IsVisible)
            .GroupBy(type => type.ContainingNamespace.ToDisplayString(), StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => (group.Key, group.OrderBy(type => type.Name, StringComparer.Ordinal).ThenBy(type => type.Arity).ToArray()))];
        foreach (var (name, types) in _namespaces)
        {
            foreach (var symbol in types.SelectMany(type => Members(type).Prepend(type)))
                _addresses[symbol.GetDocumentationCommentId()!] = $"{FileOf(name)}#{Uri.EscapeDataString(IdOf(symbol))}";
        }
    }

    /// <summary>What can be searched for: types and members, each with its first words.</summary>
    public IEnumerable<Search.SearchEntry> Entries => _namespaces.SelectMany(space => space.Types).SelectMany(type => Members(type).Prepend(type))
        .Select(symbol => new Search.SearchEntry("library", symbol is ITypeSymbol ? NameOf(symbol) : $"{NameOf(symbol.ContainingType)}.{NameOf(symbol)}", _addresses[symbol.GetDocumentationCommentId()!], Text(symbol).Words));

    /// <summary>The pages, the list of all first.</summary>
    /// <exception cref="CourseException">A comment refers to something that does not exist.</exception>
    public IEnumerable<Appendix> Pages()
    {
        if (_namespaces.Length == 0) yield break;
        var list = new StringBuilder("<p>The libraries that the lessons use, with every public type and member. A lesson's first cell makes them available.</p>\n");
        foreach (var (name, types) in _namespaces)
        {
            list.Append(CultureInfo.InvariantCulture, $"<h2><a href=\"{FileOf(name)}\">{Escape(name)}</a></h2>\n{List(types)}");
        }

        yield return new Appendix(Page, "Library", "The public types and members of the course's helper libraries.", list.ToString());
        foreach (var (name, types) in _namespaces)
        {
            var page = new StringBuilder($"<p><a href=\"{Page}\">All namespaces</a></p>\n{List(types)}");
            foreach (var type in types) Write(page, type);
            yield return new Appendix(FileOf(name), name, $"The public types of the namespace {name}.", page.ToString()) { IsListed = false };
        }
    }

    private static IEnumerable<INamedTypeSymbol> Within(INamespaceSymbol space) =>
        space.GetTypeMembers().SelectMany(Nested).Concat(space.GetNamespaceMembers().SelectMany(Within));

    private static IEnumerable<INamedTypeSymbol> Nested(INamedTypeSymbol type) => type.GetTypeMembers().SelectMany(Nested).Prepend(type);

    private static bool IsVisible(ISymbol symbol) =>
        symbol.CanBeReferencedByName && symbol.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal
        && (symbol.ContainingType is not { } outer || IsVisible(outer));

    // Constructors and operators have no name that code can write, and belong here even so.
    private static IEnumerable<ISymbol> Members(INamedTypeSymbol type) => type.GetMembers()
        .Where(member => member.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal)
        .Where(member => member is IFieldSymbol or IPropertySymbol or IEventSymbol or IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.Constructor or MethodKind.UserDefinedOperator or MethodKind.Conversion })
        .Where(member => !member.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "CompilerGeneratedAttribute") && !member.Name.Contains('<', StringComparison.Ordinal))
        .Where(member => member is not IFieldSymbol { Name: "value__" } && !(member is IMethodSymbol { MethodKind: MethodKind.Constructor, Parameters.Length: 0 } && Documented(member).Length == 0))
        // What an object says of itself is the same for all.
        .Where(member => member is not IMethodSymbol { IsOverride: true, Name: "ToString" or "Equals" or "GetHashCode" });

    private static string FileOf(string name) => $"api-{name.ToLowerInvariant()}.html";

    private static string IdOf(ISymbol symbol) => symbol.GetDocumentationCommentId()!.Replace(' ', '_');

    private static string NameOf(ISymbol symbol) => symbol is IMethodSymbol { MethodKind: MethodKind.Constructor } ? symbol.ContainingType.Name : symbol.ToDisplayString(s_name);

    private static string KindOf(INamedTypeSymbol type) => (type.TypeKind, type.IsRecord) switch
    {
        (TypeKind.Class, true) => "record",
        (TypeKind.Class, _) => "class",
        (TypeKind.Struct, true) => "record struct",
        (TypeKind.Struct, _) => type.IsRefLikeType ? "ref struct" : "struct",
        _ => type.TypeKind.ToString().ToLowerInvariant(),
    };

    private static string Declaration(INamedTypeSymbol type)
    {
        if (type is { TypeKind: TypeKind.Delegate, DelegateInvokeMethod: { } invoke })
            return $"public delegate {invoke.ReturnType.ToDisplayString(s_type)} {type.ToDisplayString(s_type)}({string.Join(", ", invoke.Parameters.Select(parameter => parameter.ToDisplayString(s_member)))})";
        var modifiers = type.IsStatic ? "static " : type is { IsAbstract: true, TypeKind: TypeKind.Class } ? "abstract " : type is { IsSealed: true, TypeKind: TypeKind.Class } ? "sealed " : type.IsReadOnly ? "readonly " : "";
        var bases = type.TypeKind is TypeKind.Enum ? [] : (type.BaseType is { SpecialType: SpecialType.None } root ? new[] { root } : []).Concat(type.Interfaces.Where(one => one.Name != "IEquatable"))
            .Select(one => one.ToDisplayString(s_name)).ToArray();
        var (name, constrained) = (type.ToDisplayString(s_name), type.ToDisplayString(s_type));
        return $"public {modifiers}{KindOf(type)} {name}{(bases.Length > 0 ? " : " + string.Join(", ", bases) : "")}{constrained[name.Length..]}";
    }

    private static string Documented(ISymbol symbol) => symbol.GetDocumentationCommentXml(CultureInfo.InvariantCulture) ?? "";

    private string List(IEnumerable<INamedTypeSymbol> types) => $"<dl class=\"types\">\n{string.Concat(types.Select(type =>
        $"<dt><a href=\"{_addresses[type.GetDocumentationCommentId()!]}\">{Escape(NameOf(type))}</a> <span class=\"introduced\">{KindOf(type)}</span></dt><dd>{Text(type).Summary}</dd>\n"))}</dl>\n";

    private void Write(StringBuilder page, INamedTypeSymbol type)
    {
        page.Append(CultureInfo.InvariantCulture, $"<h2 id=\"{Escape(IdOf(type))}\">{Escape(NameOf(type))}</h2>\n<pre class=\"signature\">{Escape(Declaration(type))}</pre>\n{Text(type).Html}\n");
        var members = Members(type).ToArray();
        if (members.Length == 0) return;
        page.Append("<dl class=\"members\">\n");
        var whole = Text(type).Html;
        foreach (var member in members)
        {
            // The compiler repeats a type's comment for the constructor in its first line.
            var text = Text(member).Html;
            page.Append(CultureInfo.InvariantCulture, $"<dt id=\"{Escape(IdOf(member))}\"><code>{Escape(member.ToDisplayString(s_member))}</code></dt>\n<dd>{(text == whole ? "" : text)}</dd>\n");
        }

        page.Append("</dl>\n");
    }

    private ApiText Text(ISymbol symbol)
    {
        var place = symbol.ToDisplayString();
        var xml = Documented(symbol);
        // The parts of a record that its first line declares are described there.
        if (xml.Length == 0 && symbol is IPropertySymbol { ContainingType.IsRecord: true }) return ApiText.OfParameter(Documented(symbol.ContainingType), symbol.Name, place, _addresses);
        return xml.Contains("<inheritdoc", StringComparison.Ordinal) && Original(symbol) is { } original ? Text(original) : ApiText.Of(xml, place, _addresses);
    }

    private static ISymbol? Original(ISymbol symbol)
    {
        ISymbol? overridden = symbol switch
        {
            IMethodSymbol method => method.OverriddenMethod,
            IPropertySymbol property => property.OverriddenProperty,
            INamedTypeSymbol type => type.BaseType,
            _ => null,
        };
        return overridden ?? symbol.ContainingType?.AllInterfaces.SelectMany(one => one.GetMembers(symbol.Name))
            .FirstOrDefault(member => SymbolEqualityComparer.Default.Equals(symbol.ContainingType.FindImplementationForInterfaceMember(member), symbol));
    }
}
