namespace BillingActors.Storage.Verification;

/// <summary>
/// Derives everything that was stored anew from the events and compares: accounts, journal, documents, numbers,
/// imports, meter data, bill runs, master data, administration and seals, all as they stood at one moment.
/// </summary>
public interface IVerification
{
    /// <summary>
    /// Runs every check on one consistent read; the report says what holds and names what does not. With a seal that
    /// was
    /// kept outside, the books must also still agree with that.
    /// </summary>
    Task<VerificationReport> Run(
        OutsideSeal? outside, IProgress<VerificationProgress>? progress, CancellationToken cancellation);

    /// <inheritdoc cref="Run(OutsideSeal?, IProgress{VerificationProgress}?, CancellationToken)"/>
    Task<VerificationReport> Run(IProgress<VerificationProgress>? progress, CancellationToken cancellation) =>
        Run(null, progress, cancellation);
}
