namespace BillingActors.Storage.Verification;

/// <summary>
/// Derives everything that was stored anew from the events and compares: accounts, journal, documents, numbers,
/// imports, meter data, bill runs and master data, all as they stood at one moment.
/// </summary>
public interface IVerification
{
    /// <summary>Runs every check on one consistent read; the report says what holds and names what does not.</summary>
    Task<VerificationReport> Run(IProgress<VerificationProgress>? progress, CancellationToken cancellation);
}
