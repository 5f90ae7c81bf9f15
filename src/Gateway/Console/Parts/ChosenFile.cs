using BillingActors.Storage.Evidence;
using Microsoft.AspNetCore.Components.Forms;

namespace BillingActors.Gateway.Console.Parts;

/// <summary>A document that a person chose on a page.</summary>
internal static class ChosenFile
{
    /// <summary>Kinds that are taken, as a browser offers them.</summary>
    public const string Endings = ".pdf,.png,.jpg,.jpeg";

    /// <summary>Its bytes; null where there are more of them than a document may have.</summary>
    public static async Task<byte[]?> Read(IBrowserFile file)
    {
        if (file.Size > IEvidenceStore.LengthMax)
            return null;
        await using var stream = file.OpenReadStream(IEvidenceStore.LengthMax);
        using var content = new MemoryStream();
        await stream.CopyToAsync(content);
        return content.ToArray();
    }
}
