using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ActivationNotes.Course.Site.Content;

/// <summary>What a name is, judged by where it stands.</summary>
internal static class IdentifierKinds
{
    /// <summary>"type", "function", "keyword", or null where the syntax does not say.</summary>
    public static string? Of(SyntaxToken token)
    {
        if (!token.IsKind(SyntaxKind.IdentifierToken) || token.Parent is not SimpleNameSyntax name) return null;
        SyntaxNode node = name;
        if (name.Parent is QualifiedNameSyntax qualified && qualified.Right == name) node = qualified;
        if (name.Parent is AliasQualifiedNameSyntax alias && alias.Name == name) node = alias;
        // Namespaces of a using directive are neither; the type of a static or alias one is not known from its last name.
        if (name.Ancestors().Any(ancestor => ancestor is UsingDirectiveSyntax)) return null;
        if (name.Identifier.Text == "var" && node.Parent is VariableDeclarationSyntax or ForEachStatementSyntax or DeclarationExpressionSyntax)
            return "keyword";
        if (node is QualifiedNameSyntax or AliasQualifiedNameSyntax) return IsType(node) ? "type" : null;
        return name.Parent switch
        {
            InvocationExpressionSyntax call when call.Expression == name => "function",
            MemberAccessExpressionSyntax access when access.Name == name && access.Parent is InvocationExpressionSyntax call
                && call.Expression == access => "function",
            MemberBindingExpressionSyntax { Parent: InvocationExpressionSyntax } => "function",
            // By convention, which the lessons follow, Name.Member with a capital is a type's member.
            MemberAccessExpressionSyntax access when access.Expression == name && char.IsUpper(name.Identifier.Text[0]) => "type",
            _ when name is GenericNameSyntax => "type",
            _ => IsType(name) ? "type" : null,
        };
    }

    private static bool IsType(SyntaxNode node) => node.Parent switch
    {
        ObjectCreationExpressionSyntax creation => creation.Type == node,
        VariableDeclarationSyntax declaration => declaration.Type == node,
        ParameterSyntax parameter => parameter.Type == node,
        MethodDeclarationSyntax method => method.ReturnType == node,
        LocalFunctionStatementSyntax function => function.ReturnType == node,
        PropertyDeclarationSyntax property => property.Type == node,
        ForEachStatementSyntax loop => loop.Type == node,
        CastExpressionSyntax cast => cast.Type == node,
        TypeOfExpressionSyntax or DefaultExpressionSyntax or SimpleBaseTypeSyntax or TypeArgumentListSyntax or ArrayTypeSyntax
            or NullableTypeSyntax or TupleElementSyntax or TypeConstraintSyntax or RefTypeSyntax or DeclarationPatternSyntax
            or RecursivePatternSyntax or DeclarationExpressionSyntax or CatchDeclarationSyntax or AttributeSyntax
            or PrimaryConstructorBaseTypeSyntax => true,
        BinaryExpressionSyntax binary => binary.Right == node && binary.Kind() is SyntaxKind.IsExpression or SyntaxKind.AsExpression,
        _ => false,
    };
}
