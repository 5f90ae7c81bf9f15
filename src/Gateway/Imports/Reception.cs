using BillingActors.Grains.Interfaces.Imports;

namespace BillingActors.Gateway.Imports;

/// <summary>What became of a file that was handed in.</summary>
/// <param name="Import">The import; accepted or refused.</param>
/// <param name="IsReplay">Whether it was handed in before by the same request.</param>
/// <param name="IsReused">Whether the same id came with another file.</param>
internal sealed record Reception(ImportView Import, bool IsReplay = false, bool IsReused = false);
