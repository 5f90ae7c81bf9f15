using BillingActors.Storage;

namespace BillingActors.Cli.Demo;

/// <summary>What a demo does.</summary>
/// <param name="AccountCount">Accounts of the invented market.</param>
/// <param name="DataDirectory">Directory of real files; null for the invented market.</param>
/// <param name="EndsAfterVerify">Whether it ends instead of serving.</param>
/// <param name="Port">Port; 0 for a free one.</param>
/// <param name="Storage">A fresh database.</param>
/// <param name="WorkDirectory">Directory for generated files.</param>
internal sealed record DemoSettings(
    int AccountCount, string? DataDirectory, bool EndsAfterVerify, int Port, StorageOptions Storage,
        string WorkDirectory);
