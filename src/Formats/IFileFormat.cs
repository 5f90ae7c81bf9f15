using BillingActors.Grains.Interfaces.Imports;

namespace BillingActors.Formats;

/// <summary>Turns a file of one format into records, one after the other, in bounded memory.</summary>
public interface IFileFormat
{
    /// <summary>Stable name of the format, such as "nem12".</summary>
    string Name { get; }

    /// <summary>Whether a file that begins so is of this format.</summary>
    /// <param name="head">First bytes of the file, already inflated; a few hundred are enough.</param>
    bool Recognises(ReadOnlySpan<byte> head);

    /// <summary>Reads the file, plain or gzip; a fault of the whole may show as late as the last line.</summary>
    /// <exception cref="FileRefusedException">Nothing that was yielded before may be kept.</exception>
    IAsyncEnumerable<ImportItem> Read(Stream file, CancellationToken cancellation);
}
