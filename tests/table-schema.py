#!/usr/bin/env python3
"""table-schema.py SCHEMA.json TABLE.csv...: whether the tables are what the Table Schema says; what is wrong, otherwise.

A reading of https://specs.frictionlessdata.io/table-schema/ of its own: the field descriptors, types string, integer and number,
the constraints enum and pattern, and missingValues. What it does not know it refuses.
"""
import csv, json, re, sys

TYPES = {
    'string': r'[\s\S]*',
    'integer': r'[-+]?[0-9]+',
    'number': r'[-+]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][-+]?[0-9]+)?|NaN|-?INF',
}


def check_schema(schema):
    """What is wrong with the schema itself."""
    yield from (f'schema: unknown member {m}' for m in schema.keys() - {'fields', 'missingValues'})
    names = [field['name'] for field in schema['fields']]
    if len(set(names)) < len(names):
        yield 'schema: a name stands there twice'
    for field in schema['fields']:
        if field['type'] not in TYPES:
            yield f'{field["name"]}: type {field["type"]}'
        yield from (f'{field["name"]}: unknown member {m}' for m in field.keys() - {'name', 'type', 'description', 'constraints', 'hxl'})
        yield from (f'{field["name"]}: constraint {c}' for c in field.get('constraints', {}).keys() - {'enum', 'pattern'})
        if not field['description'] or not re.fullmatch(r'#[a-z]+(\+[a-z0-9]+)*', field['hxl']):
            yield f'{field["name"]}: description or tag missing'


def check_cell(field, text):
    """What is wrong with a value."""
    constraints = field.get('constraints', {})
    if not re.fullmatch(TYPES[field['type']], text):
        yield f'{text!r} is no {field["type"]}'
    if 'enum' in constraints and text not in constraints['enum']:
        yield f'{text!r} is not in {constraints["enum"]}'
    if 'pattern' in constraints and not re.fullmatch(constraints['pattern'], text):
        yield f'{text!r} does not fit {constraints["pattern"]}'


def check_table(schema, rows):
    fields = schema['fields']
    header = next(rows)
    if header != [field['name'] for field in fields]:
        yield f'header: {header}'
    for number, row in enumerate(rows, 2):
        if len(row) != len(fields):
            yield f'row {number}: {len(row)} values'
        for field, text in zip(fields, row):
            if text not in schema['missingValues']:
                yield from (f'row {number}, {field["name"]}: {what}' for what in check_cell(field, text))


schema = json.load(open(sys.argv[1], encoding='utf-8'))
wrong = list(check_schema(schema))
for name in sys.argv[2:]:
    with open(name, encoding='utf-8', newline='') as table:
        wrong += (f'{name}: {what}' for what in check_table(schema, csv.reader(table, strict=True)))
print('\n'.join(wrong[:10]), end='\n' if wrong else '')
sys.exit(bool(wrong))
