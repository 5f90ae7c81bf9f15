namespace BillingActors.Gateway.Problems;

/// <summary>One kind of "no" that the API can answer.</summary>
/// <param name="Code">Stable kebab-case code.</param>
/// <param name="Status">HTTP status it travels under.</param>
/// <param name="Title">The same sentence every time; what is particular stands in the detail.</param>
/// <param name="Advice">What the caller can do about it.</param>
public sealed record ProblemKind(string Code, int Status, string Title, string Advice);
