using ActivationNotes.Course.Claims;

namespace ActivationNotes.Course.Site.Document;

/// <summary>A table of claims.</summary>
public sealed record ClaimsBlock(IReadOnlyList<Claim> Claims) : Block;
