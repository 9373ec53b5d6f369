gap-calc --provenance mali.txt | gap-calc
