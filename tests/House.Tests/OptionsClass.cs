using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace BillingActors.House.Tests;

/// <summary>A class named …Options with a constant Section, as found in a compiled assembly.</summary>
/// <param name="Name">Full name of the class.</param>
/// <param name="Section">Where its values stand in the configuration.</param>
/// <param name="Properties">Public properties that binding can set; those of a nested class with a colon.</param>
internal sealed record OptionsClass(string Name, string Section, IReadOnlyList<string> Properties)
{
    /// <summary>Full keys of all properties.</summary>
    public IEnumerable<string> Keys => Properties.Select(property => $"{Section}:{property}");

    /// <summary>All options of an assembly; none when it was not built.</summary>
    public static IReadOnlyList<OptionsClass> ReadAll(string assembly)
    {
        if (!File.Exists(assembly))
            return [];
        using var file = new PEReader(File.OpenRead(assembly));
        var metadata = file.GetMetadataReader();
        return
        [
            .. from handle in metadata.TypeDefinitions
               let type = metadata.GetTypeDefinition(handle)
               where metadata.GetString(type.Name).EndsWith("Options", StringComparison.Ordinal)
               let section = SectionOf(metadata, type)
               where section is not null
               select new OptionsClass(
                   $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}",
                   section,
                   [.. SettableProperties(metadata, type)]),
        ];
    }

    private static string? SectionOf(MetadataReader metadata, TypeDefinition type) =>
        (from handle in type.GetFields()
         let field = metadata.GetFieldDefinition(handle)
         where metadata.GetString(field.Name) == "Section" && field.Attributes.HasFlag(FieldAttributes.Literal)
         let constant = metadata.GetConstant(field.GetDefaultValue())
         where constant.TypeCode == ConstantTypeCode.String
         select (string?)metadata.GetBlobReader(constant.Value).ReadConstant(constant.TypeCode)).SingleOrDefault();

    private static IEnumerable<string> SettableProperties(MetadataReader metadata, TypeDefinition type)
    {
        foreach (var handle in type.GetProperties())
        {
            var property = metadata.GetPropertyDefinition(handle);
            if (!IsSettable(metadata, property.GetAccessors().Setter))
                continue;
            var name = metadata.GetString(property.Name);
            if (ClassOf(metadata, property) is { } nested)
                foreach (var inner in SettableProperties(metadata, nested))
                    yield return $"{name}:{inner}";
            else
                yield return name;
        }
    }

    private static bool IsSettable(MetadataReader metadata, MethodDefinitionHandle setter) =>
        !setter.IsNil
        && metadata.GetMethodDefinition(setter).Attributes is var attributes
        && (attributes & MethodAttributes.MemberAccessMask) == MethodAttributes.Public
        && !attributes.HasFlag(MethodAttributes.Static);

    /// <summary>The property's type when it is a class of the same assembly, which binding fills too.</summary>
    private static TypeDefinition? ClassOf(MetadataReader metadata, PropertyDefinition property)
    {
        var signature = metadata.GetBlobReader(property.Signature);
        signature.ReadSignatureHeader();
        signature.ReadCompressedInteger();
        if (signature.ReadSignatureTypeCode() != SignatureTypeCode.TypeHandle)
            return null;
        signature.Offset--;
        var kind = signature.ReadByte();
        var handle = signature.ReadTypeHandle();
        return kind == (byte)SignatureTypeKind.Class && handle.Kind == HandleKind.TypeDefinition
            ? metadata.GetTypeDefinition((TypeDefinitionHandle)handle)
            : null;
    }
}
