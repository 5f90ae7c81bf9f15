namespace BillingActors.Domain.Tests.Oracle.Rules;

/// <summary>The bill cannot be rated, and the engine must say so with this code.</summary>
internal sealed class OracleHeldException(string code) : Exception(code)
{
    public string Code => Message;
}
