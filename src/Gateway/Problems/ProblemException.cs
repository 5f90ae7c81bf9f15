namespace BillingActors.Gateway.Problems;

/// <summary>
/// Stops a request while it is being bound, where no result can be returned, with a problem of the catalogue.
/// </summary>
internal sealed class ProblemException(string code, string detail) : Exception(detail)
{
    /// <summary>Code of the catalogue.</summary>
    public string Code { get; } = code;
}
