namespace BillingActors.Grains.Interfaces.Commands;

/// <summary>What a command answers: a value, or a problem; a replay gives the value of the first time.</summary>
/// <param name="Value">The value, when there is no problem.</param>
/// <param name="Problem">Why not, or null.</param>
/// <param name="IsReplay">Whether the command had its effect before.</param>
[GenerateSerializer, Immutable, Alias("reply`1")]
public sealed record Reply<T>(
    [property: Id(0)] T? Value,
    [property: Id(1)] Problem? Problem = null,
    [property: Id(2)] bool IsReplay = false)
    where T : class
{
    /// <summary>A refusal.</summary>
    public static Reply<T> No(string code, string detail) => new(null, new Problem(code, detail));
}
